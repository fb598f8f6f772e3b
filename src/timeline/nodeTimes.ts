import { compareBytes } from '../byteOrder';
import type { ClusterNode, Placed } from '../cluster/cluster';
import type { Settled } from '../failure/settle';
import { after, earliest, latest, never, type Seconds } from '../units';
import type { Timers } from './timers';
import { disruptionOf, type Disruption } from './zoneDisruption';

/** When what happens to a dead Node; `never` where it does not. */
export interface DeadNode {
  readonly node: ClusterNode;
  /** Ready becomes Unknown, the NoSchedule taint is set and its pods are marked NotReady. */
  readonly unknownAt: Seconds;
  /** It has the NoExecute taint. */
  readonly taintedAt: Seconds;
  /** Its group finds the instance unhealthy, terminates it and orders another. */
  readonly unhealthyAt: Seconds;
  /** The Node object is deleted: by the cloud controller once the instance is terminated, or by hand. */
  readonly deletedAt: Seconds;
  /** Pod garbage collection has deleted the pods that were on it. */
  readonly collectedAt: Seconds;
}

/** A node that joins: ordered by a group for one that it lost, or by an autoscaler for pods that wait. */
export interface Joining {
  readonly node: ClusterNode;
  readonly orderedAt: Seconds;
  /** The instance runs. */
  readonly launchedAt: Seconds;
  readonly bootedAt: Seconds;
  readonly readyAt: Seconds;
}

export interface NodeTimes {
  readonly disruption: Disruption;
  /** By node name. */
  readonly dead: ReadonlyMap<string, DeadNode>;
  readonly joining: readonly Joining[];
}

/** A group acts on EC2's status checks, whatever has become of Kubernetes. */
export function unhealthyAfter(timers: Timers): Seconds {
  return after(timers.statusCheckInterval.value * timers.statusCheckFailures.value, timers.groupHealthCheck.value);
}

/**
 * Times are the latest that the timers allow: heartbeats and checks are taken to have come just before the loss.
 * `scaledUpAt`: an autoscaler orders what it adds.
 */
export function nodeTimes({ cluster }: Placed, settled: Settled, timers: Timers, scaledUpAt: Seconds): NodeTimes {
  const { loss, launched, growth } = settled;
  const replaced = unhealthyAfter(timers);
  const scaledUp = new Set(growth?.added.map(({ node }) => node));
  const joining = launched.map((node) => joiningAt(node, scaledUp.has(node) ? scaledUpAt : replaced, settled.joined, timers));
  const disruption = disruptionOf(cluster.nodes, loss.deadNodes, timers);
  const unknownAt = loss.frozen ? never : after(timers.nodeMonitorGracePeriod.value, timers.nodeMonitorPeriod.value);
  const taintsFrom = disruption.everywhere ? latest(unknownAt, earliest(...joining.map(({ readyAt }) => readyAt))) : unknownAt;
  const rates = new Map(disruption.zones.map(({ zone, rate }) => [zone, rate]));
  const turns = new Map<string, number>();
  const dead = new Map<string, DeadNode>();
  const deadNodes = cluster.nodes.filter(({ name }) => loss.deadNodes.has(name)).sort((a, b) => compareBytes(a.name, b.name));
  for (const node of deadNodes) {
    const turn = turns.get(node.zoneName) ?? 0;
    turns.set(node.zoneName, turn + 1);
    const unhealthyAt = node.group === null ? never : replaced;
    const goneAt = node.group === null ? after(timers.removalByHand.value) : after(unhealthyAt, timers.instanceTermination.value, timers.nodeMonitorPeriod.value);
    const deletedAt = latest(unknownAt, goneAt);
    const rate = rates.get(node.zoneName) ?? 0;
    const taintedAt = rate === 0 ? never : after(taintsFrom, turn / rate);
    dead.set(node.name, {
      node,
      unknownAt,
      taintedAt: taintedAt < deletedAt ? taintedAt : never,
      unhealthyAt,
      deletedAt,
      collectedAt: after(deletedAt, timers.podGcQuarantine.value, timers.podGcPeriod.value),
    });
  }
  return { disruption, dead, joining };
}

function joiningAt(node: ClusterNode, orderedAt: Seconds, joins: boolean, timers: Timers): Joining {
  const launchedAt = after(orderedAt, timers.instanceLaunch.value);
  const bootedAt = after(launchedAt, timers.instanceBoot.value);
  return { node, orderedAt, launchedAt, bootedAt, readyAt: joins ? after(bootedAt, timers.nodeJoin.value) : never };
}
