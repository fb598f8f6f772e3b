import type { Evaluation } from '#engine/evaluation';
import { EmptyState } from '../../components/EmptyState';
import { useT } from '../../i18n/translate';
import { PanelFrame } from '../shared/PanelFrame';
import { Aftermath } from './Aftermath';
import styles from './FailurePanel.module.css';
import { Grey } from './Grey';
import { Headroom } from './Headroom';
import { Matrix } from './Matrix';
import { NoCapacity } from './NoCapacity';
import { RandomFailures } from './RandomFailures';
import { Timeline } from './Timeline';
import { ZoneReturn } from './ZoneReturn';

/** What losses mean: the one on the board, and every other in a matrix. */
export function FailurePanel() {
  return (
    <PanelFrame topic="failure" more={['severalLosses', 'greyFailure', 'autoScaling']}>
      {(evaluation) => <Failures evaluation={evaluation} />}
    </PanelFrame>
  );
}

function Failures({ evaluation }: { readonly evaluation: Evaluation }) {
  const t = useT();
  if (evaluation.failures.length === 0) return <EmptyState title={t('failure.empty')}>{t('failure.emptyText')}</EmptyState>;
  return (
    <>
      <Aftermath />
      <ZoneReturn />
      <Timeline />
      <Matrix evaluation={evaluation} />
      <div className={styles.sections}>
        <RandomFailures machines={evaluation.failures.filter((row) => row.zones.length === 0).length} />
        <Headroom />
        <NoCapacity />
        <Grey />
      </div>
    </>
  );
}
