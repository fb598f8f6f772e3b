import { entitiesOf } from '../design/tree';
import type { Outcome } from '../failure/outcome';
import type { Context } from './context';
import { ebsClassesOf } from './volumes';

/** Pods that wait for room only since the loss; those whose volume died with the zone wait for that. */
export function lackingCapacity(context: Pick<Context, 'design' | 'placed'>, loss: Pick<Outcome, 'loss' | 'pending'>): readonly string[] {
  if (loss.loss.frozen || loss.pending.length === 0) return [];
  const before = new Set(context.placed.pending.map(({ pod }) => pod));
  const tied = new Set(entitiesOf(context.design, 'workload').filter((workload) => ebsClassesOf(context.design, workload).length > 0).map((workload) => workload.id));
  const workloadOf = new Map(context.placed.cluster.pods.map((pod) => [pod.key, pod.workload]));
  return loss.pending
    .filter(({ pod, message }) => !before.has(pod) && !tied.has(workloadOf.get(pod) ?? '') && /Insufficient |Too many pods/.test(message))
    .map(({ pod }) => pod);
}
