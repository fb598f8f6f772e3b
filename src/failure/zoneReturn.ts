import type { ClusterNode, Placed } from '../cluster/cluster';
import type { AutoScalingGroup } from '../design/schema';
import { entitiesOf, zoneName, zonesOf } from '../design/tree';
import type { InstancesPerZone } from '../scaling/autoScalingGroup';
import { groupHistory, type Activity, type GroupEvent } from '../scaling/groupHistory';
import { lossOf, type Scenario } from './scenario';
import { settle, type Settled } from './settle';

/** What a group does once the zones that it lost are back. Zones by name; those with none are left out. */
export interface GroupReturn {
  /** Entity id. */
  readonly group: string;
  /** Instances while the zones were away, and at the end. */
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
  const settled = settle(placed, lossOf(placed, scenario));
  return returnsOf(placed, settled);
}

/** As `afterZoneReturns`, for who has the outcome of the loss already. */
export function returnsOf(placed: Placed, settled: Settled): readonly GroupReturn[] {
  const { design } = placed;
  const zones = zonesOf(design);
  const names = new Map(zones.map((zone) => [zone.id, zoneName(design, zone)]));
  const lost = zones.filter((zone) => settled.loss.deadZones.has(zoneName(design, zone))).map(({ id }) => id);
  return entitiesOf(design, 'autoScalingGroup')
    .filter((group) => group.zones.some((zone) => lost.includes(zone)))
    .map((group) => {
      const instances = lostAlone(placed, settled, group, new Set(lost));
      const events: readonly GroupEvent[] = [{ kind: 'fails', zones: lost, instances }, { kind: 'returns', zones: lost }];
      const away = groupHistory(group, zones, events.slice(0, 1));
      const back = groupHistory(group, zones, events);
      const since = back.activities.filter(({ event }) => event === 1);
      const counts = [...back.instances.values()];
      return {
        group: group.id,
        before: named(away.instances),
        after: named(back.instances),
        launches: named(sumOf(since, 'launched')),
        terminations: terminationsOf(placed, settled, group, sumOf(since, 'terminated')),
        imbalance: Math.max(0, ...counts) - Math.min(...counts),
        maxExceededBy: Math.max(0, back.highest - group.max),
        evictsFirst: group.eksManaged && design.settings.controlPlane === 'eks',
      };
    });

  function named(counts: InstancesPerZone): Readonly<Record<string, number>> {
    return Object.fromEntries([...counts].filter(([, count]) => count > 0).map(([zone, count]) => [names.get(zone) ?? zone, count]));
  }
}

/** Nodes of the group that died in zones that did not. */
function lostAlone({ cluster }: Placed, { loss }: Settled, group: AutoScalingGroup, deadZones: ReadonlySet<string>): InstancesPerZone {
  const instances = new Map<string, number>();
  for (const { name, zone, group: of } of cluster.nodes) {
    if (of === group.id && loss.deadNodes.has(name) && !deadZones.has(zone)) instances.set(zone, (instances.get(zone) ?? 0) + 1);
  }
  return instances;
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
