import { compareBytes } from '../byteOrder';
import type { ClusterNode, Placed } from '../cluster/cluster';
import { launchedNodes } from '../cluster/nodes';
import type { AutoScalingGroup } from '../design/schema';
import { entityById, zonesOf } from '../design/tree';
import { drainNode, type NodeDrain } from './drain';
import { Floor } from './floor';
import type { OnNodes, WaitingPod, WorkloadDuring } from './maintenance';

/** How long EKS waits for a node's pods to leave before the update fails, in minutes; without the force flag. */
export const EVICTION_MINUTES = 15;

export interface UpgradeOptions {
  /** Managed node group: nodes that are updated at once (`updateConfig.maxUnavailable`). 1 by default, at most 100. */
  readonly maxUnavailable?: number;
  /** Instance refresh: percentage of the desired capacity that stays in service (`MinHealthyPercentage`). 90 by default. */
  readonly minHealthyPercentage?: number;
}

/**
 * New instances for all of a group's. A managed node group's update (default strategy) launches new nodes first, cordons
 * the old ones and drains them, a few at a time. A self-managed group has an instance refresh, which terminates without
 * draining: budgets are not asked. Sources: awsdocs/amazon-eks-user-guide latest/ug/nodes/managed-node-update-behavior.adoc;
 * Amazon EC2 Auto Scaling user guide, "How an instance refresh works" (MaxHealthyPercentage 100: terminate, then launch).
 */
export interface Upgrade {
  /** Entity id. */
  readonly group: string;
  readonly manner: 'managed-node-group' | 'instance-refresh';
  /** `eviction-failure`: a budget held a node's pods for 15 minutes (PodEvictionFailure); what was upgraded stays so. */
  readonly outcome: 'done' | 'eviction-failure';
  /** Nodes at once. */
  readonly batchSize: number;
  /** Nodes that are launched before the first old one goes: the larger of twice the zones and the batch; 0 for an instance refresh. */
  readonly surge: number;
  readonly batches: readonly UpgradeBatch[];
  /** A managed group goes back to its size: the nodes too many are drained and terminated. */
  readonly scaleDown: readonly NodeDrain[];
  /** Pods that ran before and find no node at the end. */
  readonly waiting: readonly WaitingPod[];
  readonly workloads: readonly WorkloadDuring[];
}

export interface UpgradeBatch {
  /** Old nodes that go. AWS draws them; here by name. */
  readonly nodes: readonly string[];
  /** Nodes that were launched in their place. */
  readonly launched: readonly string[];
  /** Of a managed group; an instance refresh drains nothing. */
  readonly drains: readonly NodeDrain[];
  /** Pods that an instance refresh cuts off. */
  readonly cutOff: readonly string[];
  /** Pods that wait while the batch's new nodes boot. */
  readonly waiting: readonly WaitingPod[];
}

/** Null where the id is no group's. */
export function upgrade(placed: Placed, groupId: string, options: UpgradeOptions = {}, onNodes: OnNodes = () => undefined): Upgrade | null {
  const group = entityById(placed.design, groupId);
  if (group?.kind !== 'autoScalingGroup') return null;
  const old = placed.cluster.nodes.filter((node) => node.group === group.id).sort((a, b) => compareBytes(a.name, b.name));
  const isManaged = group.eksManaged && placed.design.settings.controlPlane === 'eks';
  return isManaged ? managed(placed, group, old, options.maxUnavailable ?? 1, onNodes) : refresh(placed, group, old, options.minHealthyPercentage ?? 90, onNodes);
}

function managed(placed: Placed, group: AutoScalingGroup, old: readonly ClusterNode[], batchSize: number, onNodes: OnNodes): Upgrade {
  const floor = new Floor(placed, (node) => node.group === group.id);
  const launch = launcher(placed, group);
  const zones = zonesOf(placed.design).filter(({ id }) => group.zones.includes(id)).map(({ id }) => id);
  const surge = Math.max(2 * zones.length, batchSize);
  const added = launch(Array.from({ length: surge }, (_, i) => zones[i % zones.length] ?? ''));
  floor.addNodes(added);
  floor.settle();
  const batches: UpgradeBatch[] = [];
  let failed = false;
  for (let from = 0; from < old.length && !failed; from += batchSize) {
    onNodes(from, old.length);
    const nodes = old.slice(from, from + batchSize);
    const drains = nodes.map(({ name }) => drainNode(floor, name, placed));
    failed = drains.some(({ outcome }) => outcome === 'blocked');
    const waiting = floor.newlyWaiting();
    const launched = failed ? [] : replace(floor, nodes, launch);
    batches.push({ nodes: nodes.map(({ name }) => name), launched, drains, cutOff: [], waiting });
  }
  const scaleDown = failed ? [] : added.map(({ name }) => {
    floor.cordon(name);
    const drained = drainNode(floor, name, placed);
    // After 15 minutes it is terminated whatever is still on it.
    floor.removeNode(name);
    floor.settle();
    return drained;
  });
  return { group: group.id, manner: 'managed-node-group', outcome: failed ? 'eviction-failure' : 'done', batchSize, surge, batches, scaleDown, waiting: floor.newlyWaiting(), workloads: floor.workloads() };
}

function refresh(placed: Placed, group: AutoScalingGroup, old: readonly ClusterNode[], minHealthyPercentage: number, onNodes: OnNodes): Upgrade {
  const floor = new Floor(placed, () => false);
  const launch = launcher(placed, group);
  // What must stay is rounded up; one instance goes at a time even where all should stay.
  const batchSize = Math.max(1, old.length - Math.ceil((old.length * minHealthyPercentage) / 100));
  const batches: UpgradeBatch[] = [];
  for (let from = 0; from < old.length; from += batchSize) {
    onNodes(from, old.length);
    const nodes = old.slice(from, from + batchSize);
    const cutOff = nodes.flatMap(({ name }) => floor.podsOn(name).evictable.map(({ key }) => key));
    for (const { name } of nodes) floor.removeNode(name);
    floor.settle();
    const waiting = floor.newlyWaiting();
    const added = launch(nodes.map(({ zone }) => zone));
    floor.addNodes(added);
    floor.settle();
    batches.push({ nodes: nodes.map(({ name }) => name), launched: added.map(({ name }) => name), drains: [], cutOff, waiting });
  }
  return { group: group.id, manner: 'instance-refresh', outcome: 'done', batchSize, surge: 0, batches, scaleDown: [], waiting: floor.newlyWaiting(), workloads: floor.workloads() };
}

/** Each drained node gives way to a new one in its zone. */
function replace(floor: Floor, nodes: readonly ClusterNode[], launch: (zones: readonly string[]) => readonly ClusterNode[]): readonly string[] {
  for (const { name } of nodes) floor.removeNode(name);
  const added = launch(nodes.map(({ zone }) => zone));
  floor.addNodes(added);
  floor.settle();
  return added.map(({ name }) => name);
}

/** Launches instances in zones (entity ids), one each, under names that no node of the cluster had. */
function launcher({ design, catalog, cluster }: Placed, group: AutoScalingGroup): (zones: readonly string[]) => readonly ClusterNode[] {
  const existing = new Set(cluster.nodes.map(({ name }) => name));
  return (zones) => {
    const counts = new Map<string, number>();
    for (const zone of zones) counts.set(zone, (counts.get(zone) ?? 0) + 1);
    const nodes = launchedNodes(design, catalog, group, counts, existing);
    for (const { name } of nodes) existing.add(name);
    return nodes;
  };
}
