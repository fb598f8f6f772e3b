import { RETRY_SECONDS } from '#engine/maintenance/drain';
import type { Drain } from '#engine/maintenance/drain';
import { EntityChip } from '../shared/EntityChip';
import { Mark } from '../shared/Mark';
import { usePages } from '../shared/usePages';
import styles from './MaintenancePanel.module.css';
import { NodeDrainSteps } from './NodeDrainSteps';
import { useMaintenanceT } from './useMaintenanceT';
import { useWords } from './useWords';
import { WaitingPods } from './WaitingPods';
import { WorkloadsDuring } from './WorkloadsDuring';

/** A drain, node by node and round by round; it ends at the first node that is blocked. */
export function DrainResult({ drain: { outcome, nodes, waiting, workloads } }: { readonly drain: Drain }) {
  const say = useMaintenanceT();
  const words = useWords();
  const { shown, more } = usePages(nodes);
  const blockedAt = nodes.find((node) => node.outcome === 'blocked')?.node ?? '';
  return (
    <>
      <Mark tone={outcome === 'drained' ? 'ok' : 'bad'}>{outcome === 'drained' ? words.drain.done(nodes.length) : words.drain.blocked(blockedAt, RETRY_SECONDS)}</Mark>
      <h3>{say('maintenance.steps')}</h3>
      <ol className={styles.steps}>
        {shown.map((node) => (
          <li key={node.node}>
            <EntityChip id={`node:${node.node}`} text={node.node} />
            <NodeDrainSteps drain={node} />
          </li>
        ))}
      </ol>
      {more}
      <WaitingPods title={words.waiting} pods={waiting} />
      <WorkloadsDuring workloads={workloads} />
    </>
  );
}
