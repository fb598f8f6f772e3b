import { compareBytes } from '../byteOrder';
import type { DeschedulerCluster } from './cluster';
import { deschedule } from './deschedule';
import type { Eviction } from './evictions';
import { naturalOrder, shuffledOrder } from './order';
import type { Policy } from './policy';

/** What may be evicted, in a real cluster whose lists come in another order each time. A sample: more may be possible. */
export interface PossibleEvictions {
  /** The same pods in every order that was tried. */
  readonly stable: boolean;
  /** How many pods are evicted; the numbers that were met, ascending. */
  readonly counts: readonly number[];
  /** Pods that are evicted in every order, in byte order. */
  readonly always: readonly string[];
  /** Pods that are evicted in some order, those of `always` among them. */
  readonly candidates: readonly string[];
}

export interface PossibleCycle extends PossibleEvictions {
  /** By strategy, as far as it evicted in some order; what one evicts also depends on those that ran before it. */
  readonly strategies: readonly (PossibleEvictions & { readonly strategy: string })[];
}

export interface SampleOptions {
  /** Orders to try, the natural one among them. */
  readonly runs: number;
  readonly seed: number;
  /** Milliseconds since 1970, for minPodAge. */
  readonly now?: number | null;
}

/** Runs the cycle in several orders and tells what they have in common: "3 of these 8". */
export function descheduleInAnyOrder(cluster: DeschedulerCluster, policy: Policy, { runs, seed, now = null }: SampleOptions): PossibleCycle {
  const orders = Array.from({ length: Math.max(1, runs) }, (_, run) => (run === 0 ? naturalOrder : shuffledOrder(seed + run)));
  const cycles = orders.map((order) => deschedule(cluster, policy, { order, now }));
  const names = [...new Set(cycles.flat().map(({ strategy }) => strategy))].sort(compareBytes);
  return {
    ...compare(cycles),
    strategies: names.map((name) => ({ strategy: name, ...compare(cycles.map((cycle) => cycle.filter(({ strategy }) => strategy === name))) })),
  };
}

function compare(cycles: readonly (readonly Eviction[])[]): PossibleEvictions {
  const times = new Map<string, number>();
  for (const { pod } of cycles.flat()) times.set(pod, (times.get(pod) ?? 0) + 1);
  const candidates = [...times.keys()].sort(compareBytes);
  const always = candidates.filter((pod) => times.get(pod) === cycles.length);
  return { stable: always.length === candidates.length, counts: [...new Set(cycles.map((cycle) => cycle.length))].sort((a, b) => a - b), always, candidates };
}
