import type { DeschedulerCluster, DeschedulerNode, DeschedulerPod } from './cluster';
import { evictorFilter } from './defaultEvictor';
import { Evictions, type Eviction } from './evictions';
import { naturalOrder, type Order } from './order';
import type { Policy } from './policy';
import { preEvictionFilter } from './preEvictionFilter';

/*
 * One cycle of the descheduler v0.36, as its pkg/descheduler/descheduler.go and pkg/framework/profile/profile.go have it:
 *
 *   objects ─> readDeschedulerCluster ─┐
 *                           ├─> deschedule ─> every profile's deschedule strategies, then every profile's balance ones
 *   policy ─> parsePolicy ──┘                 pod ─> filter ─> the strategy's reason ─> preEvictionFilter ─> evict
 *
 * Nothing is placed: where the evicted pods go is the scheduler's business. They keep their place until the cycle ends, as
 * they would through their grace period.
 */

export interface CycleOptions {
  /** The natural order by default. */
  readonly order?: Order;
  /** Milliseconds since 1970; null: minPodAge holds nobody back. */
  readonly now?: number | null;
}

/** The evictions of one cycle, in the order in which they are asked for. */
export function deschedule(cluster: DeschedulerCluster, policy: Policy, { order = naturalOrder, now = null }: CycleOptions = {}): readonly Eviction[] {
  const nodes = order(cluster.nodes.filter(({ node, ready }) => ready && policy.nodeSelector(node)));
  // With one node there is nowhere else to go.
  if (nodes.length < 2) return [];
  const evictions = new Evictions(policy.limits, cluster.budgets);
  const isTerminating = (pod: DeschedulerPod): boolean => evictions.isTerminating(pod);
  const podsOf = arranged(order);
  const profiles = policy.profiles.map((profile) => ({
    ...profile,
    filter: evictorFilter(profile.evictor, cluster, isTerminating, now),
    preEvictionFilter: preEvictionFilter(profile.evictor, cluster),
  }));
  for (const point of ['deschedule', 'balance'] as const) {
    for (const { filter, preEvictionFilter, ...profile } of profiles) {
      for (const { name, run } of profile[point]) run({ nodes, podsOf, filter, preEvictionFilter, isTerminating, evict: (pod) => evictions.evict(pod, name), order });
    }
  }
  return evictions.list();
}

/** The pods of a node keep their order through the cycle. */
function arranged(order: Order): (node: DeschedulerNode) => readonly DeschedulerPod[] {
  const known = new Map<DeschedulerNode, readonly DeschedulerPod[]>();
  return (node) => {
    const pods = known.get(node) ?? order(node.pods);
    known.set(node, pods);
    return pods;
  };
}
