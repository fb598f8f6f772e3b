import type { DeschedulerPod } from './cluster';

const PREFER_NO_EVICTION = 'descheduler.alpha.kubernetes.io/prefer-no-eviction';

/** Whether the pod asks not to be evicted. */
export function prefersNoEviction({ pod }: DeschedulerPod): boolean {
  return Object.hasOwn(pod.metadata.annotations ?? {}, PREFER_NO_EVICTION);
}

/**
 * What Go's `sort.Slice` makes of up to 12 elements, by insertion: equals of which `less` is true both ways come out reversed.
 * Above, Go's pattern-defeating quicksort mixes equals in its own way, which is not imitated.
 */
export function insertionSort<T>(list: readonly T[], less: (a: T, b: T) => boolean): T[] {
  const numbered = list.map((item, index) => ({ item, index }));
  numbered.sort((a, b) => {
    const [before, after] = [less(a.item, b.item), less(b.item, a.item)];
    if (before !== after) return before ? -1 : 1;
    return before ? b.index - a.index : a.index - b.index;
  });
  return numbered.map(({ item }) => item);
}

/** Those to be evicted first in front. Source: kubernetes-sigs/descheduler pkg/descheduler/pod/pods.go, `SortPodsBasedOnPriorityLowToHigh`. */
export function lowToHigh(pods: readonly DeschedulerPod[]): DeschedulerPod[] {
  return insertionSort(pods, (a, b) => {
    if (a.priority !== b.priority) return a.priority === undefined || (b.priority !== undefined && a.priority < b.priority);
    if (a.qosRank !== b.qosRank) return a.qosRank < b.qosRank;
    return !(prefersNoEviction(a) && !prefersNoEviction(b));
  });
}
