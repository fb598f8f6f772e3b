import type { ClusterPod } from '../cluster/cluster';
import { usageOf } from '../cluster/usage';
import type { Aftermath, AftermathPod } from '../evaluation';
import { trafficOf } from '../routing/traffic';
import type { Baseline } from './baseline';
import { newNodesOf, outcomeOf, type Outcome } from './outcome';
import type { Scenario } from './scenario';

/** Kills zones and nodes, and says where everything is once it has settled. */
export function fail(baseline: Baseline, scenario: Scenario): Aftermath {
  const outcome = outcomeOf(baseline, scenario);
  const { totalMonthly, crossZoneMonthly, infrastructureMonthly } = outcome.cost;
  return {
    ...outcome.row,
    deadNodes: outcome.loss.deadMachines,
    newNodes: newNodesOf(outcome),
    pods: podsOf(baseline, outcome),
    pending: outcome.pending,
    usage: usageOf(outcome.nodes, outcome.pods, outcome.nodeOf),
    traffic: trafficOf(outcome.routed),
    cost: { totalMonthly, crossZoneMonthly, infrastructureMonthly },
  };
}

/** The pods of now in queue order, then those that are gone with their node. */
function podsOf({ placed }: Baseline, { nodes, pods, nodeOf, pending }: Outcome): readonly AftermathPod[] {
  const zones = new Map([...placed.cluster.nodes, ...nodes].map((node) => [node.name, node.zoneName]));
  const waiting = new Set(pending.map(({ pod }) => pod));
  const at = ({ key, workload, ordinal }: ClusterPod, node: string | undefined, fate: AftermathPod['fate']): AftermathPod => ({
    pod: key,
    workload,
    ordinal,
    node: node ?? null,
    zone: zones.get(node ?? '') ?? null,
    fate,
  });
  const present = new Set(pods.map(({ key }) => key));
  return [
    ...pods.map((pod) => {
      const before = placed.nodeOf.get(pod.key);
      const now = nodeOf.get(pod.key);
      if (now !== undefined) return at(pod, now, now === before ? 'unchanged' : 'moved');
      return waiting.has(pod.key) ? at(pod, undefined, 'pending') : at(pod, before, 'lost');
    }),
    ...placed.cluster.pods.filter(({ key }) => !present.has(key)).map((pod) => at(pod, placed.nodeOf.get(pod.key), 'lost')),
  ];
}
