import type { ClusterPod, Placed } from '../cluster/cluster';
import { podsByKey } from '../cluster/place';
import { entitiesOf } from '../design/tree';
import type { Outcome } from '../failure/outcome';
import type { Context } from './context';
import { ebsClassesOf } from './volumes';
import { once } from '../once';

/** Pods that wait for room only since the loss; those whose volume died with the zone wait for that. */
export function lackingCapacity(context: Pick<Context, 'design' | 'placed'>, loss: Pick<Outcome, 'loss' | 'pending'>): readonly ClusterPod[] {
  if (loss.loss.frozen || loss.pending.length === 0) return [];
  const tied = new Set(entitiesOf(context.design, 'workload').filter((workload) => ebsClassesOf(context.design, workload).length > 0).map((workload) => workload.id));
  return withoutRoom({ placed: context.placed, pending: loss.pending }).filter(({ workload }) => !tied.has(workload));
}

/** What waits after a loss is of one placement, which designs may share. */
const withoutRoom = once(
  ({ placed, pending }: { readonly placed: Placed; readonly pending: Outcome['pending'] }): readonly ClusterPod[] => {
    const before = new Set(placed.pending.map(({ pod }) => pod));
    const byKey = podsByKey(placed.cluster.pods);
    return pending.filter(({ pod, message }) => !before.has(pod) && /Insufficient |Too many pods/.test(message)).flatMap(({ pod }) => byKey.get(pod) ?? []);
  },
  ({ pending }) => pending,
);
