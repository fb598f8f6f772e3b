import type { ClusterNode, Placed } from '../cluster/cluster';
import type { AutoScalingGroup, Zone } from '../design/schema';
import { entitiesOf, zoneName, zonesOf } from '../design/tree';
import { total, type InstancesPerZone } from '../scaling/autoScalingGroup';
import { groupHistory, type Activity, type GroupEvent } from '../scaling/groupHistory';
import { lossOf, type Scenario } from './scenario';
import { settle, type Settled } from './settle';

/** What a group does without its zones, and once they are back or have capacity again. Zones by name; those with none are left out. */
export interface GroupReturn {
  /** Entity id. */
  readonly group: string;
  /** Instances that it is to have in service at least, which Auto Scaling asks for and does not ensure. */
  readonly minimum: number;
  /** In service until what is launched in place of the lost has booted. */
  readonly lowest: number;
  /** Launched in place of the lost, by an autoscaler too. */
  readonly replacements: Readonly<Record<string, number>>;
  /** Launches that fail: `balanced-best-effort` makes them in another zone. */
  readonly failed: Readonly<Record<string, number>>;
  /** Instances that are not launched anywhere: Auto Scaling tries again and again. */
  readonly retried: number;
  /** Fewer than the minimum, as long as that lasts. */
  readonly shortOfMinimum: number;
  /** Instances while the zones were away or without capacity, and at the end. */
  readonly before: Readonly<Record<string, number>>;
  readonly after: Readonly<Record<string, number>>;
  readonly launches: Readonly<Record<string, number>>;
  /** What AZRebalance terminates once what it launched is in service, in this order. */
  readonly terminations: readonly Termination[];
  /** How far the fullest and the emptiest zone are apart at the end: more than 1 where AZRebalance is suspended. */
  readonly imbalance: number;
  /** Instances above the group's maximum while it is rebalanced. */
  readonly maxExceededBy: number;
  /**
   * EKS evicts the pods of a managed group's node for up to 15 minutes before it goes, whatever their disruption budgets
   * say; without it they are cut off. Source: awsdocs/amazon-eks-user-guide, managed node groups.
   */
  readonly evictsFirst: boolean;
}

export interface Termination {
  /** AWS does not say which instances of a zone it takes: the first by name. */
  readonly node: string;
  readonly zone: string;
  /** Keys of the pods on it, in queue order, without those of DaemonSets. */
  readonly pods: readonly string[];
}

/** For every group that a scenario took a zone from: what happens when those zones return. In the order of the groups' ids. */
export function afterZoneReturns(placed: Placed, scenario: Scenario): readonly GroupReturn[] {
  return returnsOf(placed, settle(placed, lossOf(placed, scenario)));
}

/** As `afterZoneReturns`, for who has the outcome of the loss already; of zones without capacity, the groups that lost an instance. */
export function returnsOf(placed: Placed, settled: Settled): readonly GroupReturn[] {
  const { design } = placed;
  const { loss } = settled;
  const zones = zonesOf(design);
  const idsIn = (names: ReadonlySet<string>) => zones.filter((zone) => names.has(zoneName(design, zone))).map(({ id }) => id);
  const dead = idsIn(loss.deadZones);
  const closed = idsIn(loss.closedZones);
  const full = closed.filter((zone) => !dead.includes(zone));
  const isDead = (node: ClusterNode) => loss.deadNodes.has(node.name);
  const left = settled.joined ? settled.nodes : [...settled.nodes, ...settled.launched];
  return entitiesOf(design, 'autoScalingGroup').flatMap((group) => {
    const ofGroup = placed.cluster.nodes.filter((node) => node.group === group.id);
    const spans = (some: readonly string[]) => group.zones.some((zone) => some.includes(zone));
    if (!spans(dead) && !(spans(full) && ofGroup.some(isDead))) return [];
    const count = (nodes: readonly ClusterNode[]) => countsOf(group, zones, nodes);
    const ran = count(ofGroup);
    const away = count(left);
    const grown = settled.growth?.added.filter(({ node }) => node.group === group.id).length ?? 0;
    const fewer: GroupEvent = { kind: 'fails', zones: dead, instances: count(ofGroup.filter((node) => isDead(node) && !dead.includes(node.zone))) };
    const desired = Math.min(total(ran), group.max) + grown;
    const lost = groupHistory({ ...group, desired }, zones, [{ kind: 'launchesFail', zones: full }, fewer], ran);
    const back = groupHistory({ ...group, desired }, zones, [{ kind: 'returns', zones: closed }], away);
    const counts = [...back.instances.values()];
    return [
      {
        group: group.id,
        minimum: group.min,
        lowest: total(ran) - ofGroup.filter(isDead).length,
        replacements: named(count(settled.launched)),
        failed: named(sumOf(lost.activities, 'launchFailed')),
        retried: Math.max(0, desired - total(away)),
        shortOfMinimum: Math.max(0, group.min - total(away)),
        before: named(away),
        after: named(back.instances),
        launches: named(sumOf(back.activities, 'launched')),
        terminations: terminationsOf(placed, settled, group, sumOf(back.activities, 'terminated')),
        imbalance: Math.max(0, ...counts) - Math.min(...counts),
        maxExceededBy: Math.max(0, back.highest - group.max),
        evictsFirst: group.eksManaged && design.settings.controlPlane === 'eks',
      },
    ];
  });

  function named(counts: InstancesPerZone): Readonly<Record<string, number>> {
    return Object.fromEntries(zones.filter(({ id }) => (counts.get(id) ?? 0) > 0).map((zone) => [zoneName(design, zone), counts.get(zone.id) ?? 0]));
  }
}

/** The nodes of a group among these, by zone of the group. */
function countsOf({ id, zones: own }: AutoScalingGroup, zones: readonly Zone[], nodes: readonly ClusterNode[]): InstancesPerZone {
  const counts = new Map(zones.filter((zone) => own.includes(zone.id)).map((zone) => [zone.id, 0]));
  for (const { group, zone } of nodes) if (group === id) counts.set(zone, (counts.get(zone) ?? 0) + 1);
  return counts;
}

function sumOf(activities: readonly Activity[], kind: Activity['kind']): InstancesPerZone {
  const sums = new Map<string, number>();
  for (const activity of activities) if (activity.kind === kind) sums.set(activity.zone, (sums.get(activity.zone) ?? 0) + activity.count);
  return sums;
}

function terminationsOf(placed: Placed, settled: Settled, group: AutoScalingGroup, counts: InstancesPerZone): readonly Termination[] {
  if (counts.size === 0) return [];
  const nodes: readonly ClusterNode[] = settled.joined ? settled.nodes : [...settled.nodes, ...settled.launched];
  const daemonSets = new Set(placed.cluster.manifests.filter(({ workload }) => workload.type === 'DaemonSet').map(({ workload }) => workload.id));
  const podsOn = new Map<string, string[]>();
  for (const { key, workload } of settled.pods) {
    const node = settled.nodeOf.get(key);
    if (node === undefined || daemonSets.has(workload)) continue;
    const pods = podsOn.get(node);
    if (pods === undefined) podsOn.set(node, [key]);
    else pods.push(key);
  }
  return [...counts].flatMap(([zone, count]) =>
    nodes
      .filter((node) => node.group === group.id && node.zone === zone)
      .slice(0, count)
      .map(({ name, zoneName: of }) => ({ node: name, zone: of, pods: podsOn.get(name) ?? [] })),
  );
}
