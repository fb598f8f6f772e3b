import { Wrench } from 'lucide-react';
import { useEffect } from 'react';
import { Button } from 'react-aria-components';
import type { Alternative, Figures } from '#engine/alternatives/alternative';
import { messagesIn } from '#engine/alternatives/languages';
import button from '../../components/Button.module.css';
import { classNames } from '../../components/classNames';
import { useFormat } from '../../i18n/format';
import { useT } from '../../i18n/translate';
import { useSession } from '../../stores/session';
import { verdictTones } from '../failure/verdictTones';
import { useFix } from '../findings/useFix';
import { Mark } from '../shared/Mark';
import table from '../shared/table.module.css';
import styles from './Alternatives.module.css';
import { ChangeMark } from './ChangeMark';

interface AlternativeRowProps {
  readonly alternative: Alternative;
  /** Of the line that says what the alternative pointed at would change. */
  readonly noteId: string;
  readonly onNote: (id: string, text: string | null) => void;
}

/** An alternative, whose name previews it on the board and makes it. */
export function AlternativeRow({ alternative, noteId, onNote }: AlternativeRowProps) {
  const t = useT();
  const { id, label, edit, figures, changes } = alternative;
  const { onHoverChange, onFocusChange, onPress, isPointedAt, refusal, changes: verdicts } = useFix({ id, label, edit });
  const told = verdicts === null ? t('findings.previewing') : verdicts.length === 0 ? t('findings.noChange') : verdicts.join(' · ');
  const text = refusal ?? (isPointedAt ? `${label}: ${told}` : null);
  useEffect(() => {
    onNote(id, text);
    return () => onNote(id, null);
  }, [id, text, onNote]);
  return (
    <tr>
      <th scope="row">
        <Button className={classNames(button.button, button.quiet, styles.apply)} aria-describedby={noteId} onHoverChange={onHoverChange} onFocusChange={onFocusChange} onPress={onPress}>
          <Wrench size={14} aria-hidden />
          {label}
        </Button>
      </th>
      <FigureCells figures={figures} changes={changes} />
    </tr>
  );
}

export function FigureCells({ figures, changes }: { readonly figures: Figures; readonly changes: Alternative['changes'] }) {
  const format = useFormat();
  const words = messagesIn(useSession((session) => session.language));
  const { traffic, crossZoneGb, crossZoneMonthly, totalMonthly, worstLoss, pending } = figures;
  const { sourceIpPreserved } = traffic;
  // Where every zone's loss is survived, which one comes first says nothing.
  const notes =
    worstLoss === null
      ? []
      : [
          ...(worstLoss.verdict === 'survives' ? [] : [worstLoss.zone]),
          ...(worstLoss.dropped > 0 ? [`${words.dropped} ${format.percent(worstLoss.dropped)}`] : []),
          ...(pending > 0 ? [`${words.pending} ${format.number(pending)}`] : []),
        ];
  return (
    <>
      <td className={table.number}>
        {traffic.skew === null ? '–' : format.number(traffic.skew, 2)}
        <ChangeMark change={changes.skew} />
      </td>
      <td className={table.number}>
        {format.percent(traffic.dropped)}
        <ChangeMark change={changes.dropped} />
      </td>
      <td className={table.number}>
        {format.number(crossZoneGb, crossZoneGb < 10 ? 1 : 0)}
        <ChangeMark change={changes.crossZoneGb} />
        <span className={styles.share}>{format.percent(traffic.crossZoneShare)}</span>
        <ChangeMark change={changes.crossZoneShare} />
      </td>
      <td className={table.number}>
        {format.cents(crossZoneMonthly)}
        <ChangeMark change={changes.crossZoneMonthly} />
      </td>
      <td className={table.number}>
        {format.cents(totalMonthly)}
        <ChangeMark change={changes.totalMonthly} />
      </td>
      <td className={styles.loss}>
        {worstLoss === null ? (
          '–'
        ) : (
          <>
            <Mark tone={verdictTones[worstLoss.verdict]}>{words.verdicts[worstLoss.verdict]}</Mark>
            <ChangeMark change={changes.verdict ?? changes.droppedAfterLoss} />
            {notes.length > 0 && <span className={styles.quiet}>{notes.join(' · ')}</span>}
          </>
        )}
      </td>
      <td className={styles.ip}>{sourceIpPreserved === null ? '–' : sourceIpPreserved ? words.preserved : words.hidden}</td>
    </>
  );
}
