import { compareBytes } from '../byteOrder';
import type { Pod } from '../kubernetes/objects';

/**
 * Pods as the scheduling queue gives them out: higher priority first, then older, then as listed.
 * Source: kubernetes/kubernetes pkg/scheduler/framework/plugins/queuesort/priority_sort.go (PrioritySort).
 */
export function queueOrder(pods: readonly Pod[]): Pod[] {
  // Timestamps are RFC 3339 in UTC, whose text order is their order in time.
  const age = (pod: Pod): string => pod.metadata.creationTimestamp ?? '';
  return pods.toSorted((a, b) => (b.spec.priority ?? 0) - (a.spec.priority ?? 0) || compareBytes(age(a), age(b)));
}
