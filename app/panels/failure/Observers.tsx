import type { Notice, Observer } from '#engine/greyFailure/greyFailure';
import { messagesIn } from '#engine/greyFailure/languages';
import { useFormat } from '../../i18n/format';
import { useT } from '../../i18n/translate';
import { useDocument } from '../../stores/document';
import { useSession } from '../../stores/session';
import { nameOfId } from '../shared/entityName';
import { Mark } from '../shared/Mark';
import type { MarkTone } from '../shared/Mark';
import table from '../shared/table.module.css';
import { longTime, smallShare } from './extremes';
import { useGreyT } from './useGreyT';

const tones: Readonly<Record<Notice, MarkTone>> = { soon: 'ok', sometimes: 'warn', hardly: 'bad', never: 'bad' };

/** The checks that may notice a grey failure: each with its rule, how soon it does, and where its defaults are from. */
export function Observers({ observers }: { readonly observers: readonly Observer[] }) {
  const t = useT();
  const say = useGreyT();
  const words = messagesIn(useSession((session) => session.language));
  const format = useFormat();
  const design = useDocument((state) => state.design);
  if (observers.length === 0) return null;
  const time = (seconds: number | null, otherwise: string) => (seconds === null ? otherwise : longTime(seconds, format));
  const share = (value: number) => smallShare(value, format);
  return (
    <table className={table.table}>
      <thead>
        <tr>
          {(['check', 'notices', 'figures', 'rule', 'source'] as const).map((column) => (
            <th key={column} scope="col">
              {say(`grey.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {observers.map(({ kind, id, watched, check, notices, ifItCrossed, perCheck, inARow, secondsUntilOut, secondsOut, shareOut }) => (
          <tr key={`${kind} ${id ?? ''}`}>
            <th scope="row">{words.observer[kind](id === null ? '' : nameOfId(design, id), watched)}</th>
            <td>
              <Mark tone={tones[notices]}>{words.notices[notices]}</Mark>
            </td>
            <td>
              {ifItCrossed === null ? (
                <>
                  <div>{say('grey.perCheck', { share: share(perCheck), failures: check.failures, inARow: share(inARow) })}</div>
                  {secondsUntilOut !== null && <div>{say('grey.until', { time: longTime(secondsUntilOut, format), out: time(secondsOut, words.lasting), share: share(shareOut) })}</div>}
                </>
              ) : (
                words.ifItCrossed(share(ifItCrossed.perCheck))
              )}
            </td>
            <td>{words.rule({ interval: check.intervalSeconds, timeout: check.timeoutSeconds, failures: check.failures, passes: check.passes })}</td>
            <td className={table.wrap}>
              {check.source} <span className={table.quiet}>({t(`timeline.certainty.${check.confidence}`)})</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
