import type { NodeDrain } from '#engine/maintenance/drain';
import { Mark } from '../shared/Mark';
import styles from './MaintenancePanel.module.css';
import { PodChips } from './PodChips';
import { useMaintenanceT } from './useMaintenanceT';
import { useWords } from './useWords';
import { WaitingPods } from './WaitingPods';

/** The rounds of evictions of a node, and the pods whose eviction is refused for ever, with the reason. */
export function NodeDrainSteps({ drain: { outcome, rounds, ignored, blocked } }: { readonly drain: NodeDrain }) {
  const say = useMaintenanceT();
  const words = useWords();
  if (outcome === 'not-reached') return <Mark tone="warn">{words.drain.notReached}</Mark>;
  return (
    <ul className={styles.rounds}>
      {rounds.length === 0 && blocked.length === 0 && <li>{words.drain.empty}</li>}
      {rounds.map(({ evicted, refused, preempted }, i) => (
        // oxlint-disable-next-line react/no-array-index-key -- a round is its number
        <li key={i}>
          <strong>{words.drain.round(i + 1)}</strong> {words.upgrade.evicted} <PodChips pods={evicted.map(({ pod, to }) => ({ pod, to: to ?? 'Pending' }))} />
          {refused.length > 0 && (
            <>
              {' · '}
              {words.drain.refused} <PodChips pods={refused.map((pod) => ({ pod }))} />
            </>
          )}
          {preempted.length > 0 && (
            <>
              {' · '}
              {words.drain.preempted} <PodChips pods={preempted.map((pod) => ({ pod }))} />
            </>
          )}
        </li>
      ))}
      {blocked.map(({ pod, reason, budget, waitingFor }) => (
        <li key={pod}>
          <PodChips pods={[{ pod }]} /> <Mark tone="bad">{words.blocked[reason](budget)}</Mark>
          <WaitingPods title={say('maintenance.waitingFor')} pods={waitingFor} />
        </li>
      ))}
      {ignored.length > 0 && <li>{words.drain.ignored(ignored.length)}</li>}
    </ul>
  );
}
