import type { Evaluation } from '#engine/evaluation';
import { EmptyState } from '../../components/EmptyState';
import { useT } from '../../i18n/translate';
import { PanelFrame } from '../shared/PanelFrame';
import { DeschedulerSection } from './DeschedulerSection';
import { GroupsTable } from './GroupsTable';
import { HpaSection } from './HpaSection';
import { ScaleUpSection } from './ScaleUpSection';

/** What grows where, and what the descheduler moves. */
export function ScalingPanel() {
  return <PanelFrame topic="scaling">{(evaluation) => <Sections evaluation={evaluation} />}</PanelFrame>;
}

function Sections({ evaluation }: { readonly evaluation: Evaluation }) {
  const t = useT();
  const { scaling, descheduler } = evaluation;
  return (
    <>
      {scaling.groups.length === 0 ? <EmptyState title={t('scaling.noGroups')}>{t('scaling.noGroupsText')}</EmptyState> : <GroupsTable scaling={scaling} />}
      <ScaleUpSection scaling={scaling} />
      <HpaSection />
      {descheduler !== null && <DeschedulerSection descheduler={descheduler} />}
    </>
  );
}
