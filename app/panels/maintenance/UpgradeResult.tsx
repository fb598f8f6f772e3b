import { EVICTION_MINUTES } from '#engine/maintenance/upgrade';
import type { Upgrade, UpgradeBatch } from '#engine/maintenance/upgrade';
import { useDocument } from '../../stores/document';
import { EntityChip } from '../shared/EntityChip';
import { nameOfId } from '../shared/entityName';
import { Mark } from '../shared/Mark';
import { usePages } from '../shared/usePages';
import styles from './MaintenancePanel.module.css';
import { NodeDrainSteps } from './NodeDrainSteps';
import { PodChips } from './PodChips';
import { useMaintenanceT } from './useMaintenanceT';
import { useWords } from './useWords';
import { WaitingPods } from './WaitingPods';
import { WorkloadsDuring } from './WorkloadsDuring';

/** A group's upgrade, batch by batch. */
export function UpgradeResult({ upgrade }: { readonly upgrade: Upgrade }) {
  const say = useMaintenanceT();
  const words = useWords();
  const design = useDocument((state) => state.design);
  const { manner, outcome, batches, scaleDown, waiting, workloads } = upgrade;
  const { shown, more } = usePages(batches);
  return (
    <>
      <p>{(manner === 'managed-node-group' ? words.upgrade.managed : words.upgrade.refresh)({ ...upgrade, group: nameOfId(design, upgrade.group) })}</p>
      <Mark tone={outcome === 'done' ? 'ok' : 'bad'}>{outcome === 'done' ? words.upgrade.done : words.upgrade.failed(EVICTION_MINUTES)}</Mark>
      <h3>{say('maintenance.steps')}</h3>
      <ol className={styles.steps}>
        {shown.map((batch) => (
          <li key={batch.nodes.join(' ')}>
            <Batch batch={batch} />
          </li>
        ))}
        {scaleDown.length > 0 && <li>{words.upgrade.scaleDown(scaleDown.map(({ node }) => node).join(', '))}</li>}
      </ol>
      {more}
      <WaitingPods title={words.waiting} pods={waiting} />
      <WorkloadsDuring workloads={workloads} />
    </>
  );
}

function Batch({ batch: { nodes, launched, drains, cutOff, waiting } }: { readonly batch: UpgradeBatch }) {
  const say = useMaintenanceT();
  const words = useWords();
  return (
    <>
      <span className={styles.chips}>
        {nodes.map((node) => (
          <EntityChip key={node} id={`node:${node}`} text={node} />
        ))}
        {launched.length > 0 && <span>{`→ ${launched.join(', ')} ${say('maintenance.launched')}`}</span>}
      </span>
      {drains.map((drain) => (
        <NodeDrainSteps key={drain.node} drain={drain} />
      ))}
      {cutOff.length > 0 && (
        <p>
          {words.upgrade.cutOff} <PodChips pods={cutOff.map((pod) => ({ pod }))} />
        </p>
      )}
      <WaitingPods title={words.waiting} pods={waiting} />
    </>
  );
}
