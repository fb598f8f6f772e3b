import { useFormat } from '../../i18n/format';
import { useT } from '../../i18n/translate';
import { useDocument } from '../../stores/document';
import { hasSameDraws, useDraws } from '../../stores/draws';
import { useSession } from '../../stores/session';
import { VerdictItem } from './VerdictItem';

/** Said once draws have shown it: the design as it is survives a zone's loss only if chance is kind. */
export function LuckItem() {
  const t = useT();
  const format = useFormat();
  const { summary, design: drawn } = useDraws();
  const design = useDocument((state) => state.design);
  const isOpen = useSession((session) => session.dock === 'draws');
  const toggleDock = useSession((session) => session.toggleDock);
  if (summary === null || drawn === null || summary.survives !== 'byLuck' || !hasSameDraws(drawn, design)) return null;
  return (
    <VerdictItem
      title={t('verdicts.anyZone')}
      value={format.percent(summary.surviving.draws / summary.draws)}
      tone="warn"
      word={t('verdicts.byLuck')}
      change=""
      isBetter={null}
      isOpen={isOpen}
      onPress={() => toggleDock('draws')}
    />
  );
}
