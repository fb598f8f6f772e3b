import type { ClusterPod, Placed } from '../cluster/cluster';
import type { LoadBalancer } from '../design/schema';
import { lossOf, type Scenario } from '../failure/scenario';
import { settle, type Settled } from '../failure/settle';
import { after, earliest, never, type Seconds } from '../units';
import { leaderTimes, type LeaderTimes } from './leaderTimes';
import { loadBalancersConcerned, loadBalancerTimes, type LoadBalancerTimes } from './loadBalancerTimes';
import { nodeTimes, type NodeTimes } from './nodeTimes';
import { passages, type Passage } from './passages';
import type { Timers } from './timers';

/** All moments of a loss, worked out once: events, states and figures are read from it. Linear in nodes and pods. */
export interface Course {
  readonly placed: Placed;
  readonly settled: Settled;
  readonly timers: Timers;
  readonly nodes: NodeTimes;
  readonly passages: readonly Passage[];
  readonly passageOf: ReadonlyMap<ClusterPod, Passage>;
  readonly loadBalancers: Readonly<Record<LoadBalancer['type'], LoadBalancerTimes>>;
  readonly leaders: LeaderTimes;
  /** Pods that the settled cluster has and that of before has not: a DaemonSet's, on new nodes. */
  readonly added: readonly ClusterPod[];
  /** Kubernetes has noticed: dead endpoints have left their Services. `never` without a control plane, and where no node died. */
  readonly noticedAt: Seconds;
  /** A pod first finds no node that is Ready. */
  readonly waitingFrom: Seconds;
  /** The cluster autoscaler looks at it; `never` without that add-on. */
  readonly scannedAt: Seconds;
  /** Nothing changes any more. */
  readonly settledAt: Seconds;
}

/** An autoscaler orders nodes once the first pod that needs them has been Pending for a scan. */
function scaledUpAt(placed: Placed, settled: Settled, timers: Timers): Seconds {
  if (settled.growth === null) return never;
  const added = new Set(settled.growth.added.map(({ node }) => node.name));
  const before = passages(placed, settled, nodeTimes(placed, settled, timers, never), timers);
  const waiting = before.filter(({ reason, to }) => reason === 'lost' && to !== undefined && added.has(to)).map(({ createdAt }) => createdAt);
  return after(waiting.length === 0 ? 0 : earliest(...waiting), timers.clusterAutoscalerScanInterval.value);
}

export function courseOf(placed: Placed, scenario: Scenario, timers: Timers): Course {
  const settled = settle(placed, lossOf(placed, scenario));
  const { loss } = settled;
  const nodes = nodeTimes(placed, settled, timers, scaledUpAt(placed, settled, timers));
  const passed = passages(placed, settled, nodes, timers);
  const loadBalancers = loadBalancerTimes(loss, timers);
  let waitingFrom = never;
  let last = 0 as Seconds;
  const happens = (at: Seconds) => {
    if (at < never && at > last) last = at;
  };
  for (const passage of passed) {
    const { reason, unreadyAt, deletedAt, goneAt, createdAt, scheduledAt, readyAt } = passage;
    if (reason === 'lost' && scheduledAt > createdAt) waitingFrom = earliest(waitingFrom, createdAt);
    for (const at of [unreadyAt, deletedAt, goneAt, createdAt, readyAt]) happens(at);
  }
  for (const { unknownAt, unhealthyAt, taintedAt, collectedAt } of nodes.dead.values()) for (const at of [unknownAt, unhealthyAt, taintedAt, collectedAt]) happens(at);
  for (const { bootedAt, readyAt } of nodes.joining) for (const at of [bootedAt, readyAt]) happens(at);
  const noticedAt = after(earliest(...[...nodes.dead.values()].map(({ unknownAt }) => unknownAt)), timers.endpointPropagation.value);
  happens(noticedAt);
  const before = new Set(placed.cluster.pods);
  const autoscaler = placed.design.settings.addons.clusterAutoscaler;
  const scannedAt = autoscaler === undefined || loss.frozen ? never : after(waitingFrom, timers.clusterAutoscalerScanInterval.value);
  happens(scannedAt);
  const leaders = leaderTimes(placed, loss, timers);
  happens(leaders.etcd);
  happens(leaders.controllers);
  for (const { type } of loadBalancersConcerned(placed, loss)) happens(loadBalancers[type].dnsAt);
  return {
    placed,
    settled,
    timers,
    nodes,
    passages: passed,
    passageOf: new Map(passed.map((passage) => [passage.pod, passage])),
    loadBalancers,
    leaders,
    added: settled.pods === placed.cluster.pods ? [] : settled.pods.filter((pod) => !before.has(pod)),
    noticedAt,
    waitingFrom,
    scannedAt,
    settledAt: last,
  };
}
