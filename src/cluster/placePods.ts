import type { Pod } from '../kubernetes/objects';
import { queueOrder } from '../scheduling/queueOrder';
import type { ScheduleOptions, Watched } from '../scheduling/schedule';
import { schedulePod, scheduleSequence } from '../scheduling/schedule';
import type { Snapshot } from '../scheduling/snapshot';
import { drawnAnew } from '../scheduling/tieBreak';
import type { ClusterPod } from './cluster';

export interface Placement {
  /** Pod key -> Kubernetes' own words, for the pods that found no node; in queue order. */
  readonly pending: ReadonlyMap<string, string>;
  /** Keys of pods that had to give way, each once, in the order in which they did. */
  readonly preempted: readonly string[];
  /** How often a seed drew one of several best nodes. */
  readonly drawn: number;
  /** Every time that the pod to watch was looked at (`ScheduleOptions.watch`). */
  readonly watched: readonly Watched[];
}

/** Preemption ends by itself, since only lower priorities give way; this guards against a cycle that we do not know. */
const MAX_ROUNDS = 20;

/**
 * Places pods on a snapshot, which takes them, and carries preemptions out until the cluster has settled: victims leave
 * their node and queue again, behind those that displaced them. `podsByKey`: all that may run, so that victims are found.
 */
export function placePods(snapshot: Snapshot, waiting: readonly ClusterPod[], podsByKey: () => ReadonlyMap<string, ClusterPod>, options: ScheduleOptions): Placement {
  const pending = new Map<string, string>();
  const preempted = new Set<string>();
  const seen: Watched[] = [];
  let drawn = 0;
  let queue: readonly Pod[] = waiting.map(unplaced);
  for (let round = 0; queue.length > 0 && round < MAX_ROUNDS; round++) {
    const { verdicts, drawn: drawnNow, watched } = scheduleSequence(snapshot, queue, inRound(options, round));
    drawn += drawnNow;
    if (watched !== undefined) seen.push(watched);
    const next: Pod[] = [];
    for (const [i, verdict] of verdicts.entries()) {
      const pod = queue[i];
      if (pod === undefined || verdict.outcome === 'scheduled') continue;
      const victims = verdict.preemption === undefined ? [] : makeRoom(snapshot, pod, options);
      for (const victim of victims) {
        const evicted = podsByKey().get(victim);
        if (evicted !== undefined) next.push(unplaced(evicted));
        preempted.add(victim);
      }
      if (verdict.preemption === undefined) pending.set(verdict.pod, verdict.message ?? verdict.preFilterMessage ?? '');
      else next.push(pod);
    }
    if (next.length === 0) break;
    // What left may have made room for those that found none.
    const waitingStill = queue.filter((pod) => pending.has(keyOf(pod)));
    queue = queueOrder([...waitingStill, ...next]);
    pending.clear();
    if (round === MAX_ROUNDS - 1) for (const pod of queue) pending.set(keyOf(pod), schedulePod(snapshot, pod, options).message ?? '');
  }
  return { pending, preempted: [...preempted], drawn, watched: seen };
}

/** Each round draws for itself. */
function inRound(options: ScheduleOptions, round: number): ScheduleOptions {
  return round === 0 || options.tieBreak === undefined ? options : { ...options, tieBreak: drawnAnew(options.tieBreak, round) };
}

/** Takes the victims off their node; those of now, since pods placed in the meantime may have changed the choice. */
function makeRoom(snapshot: Snapshot, pod: Pod, options: ScheduleOptions): readonly string[] {
  const { preemption } = schedulePod(snapshot, pod, options);
  for (const victim of preemption?.victims ?? []) snapshot.forget(victim);
  return preemption?.victims ?? [];
}

const unpinned = new WeakMap<Pod, Pod>();

/** The pod as its controller makes it anew: a pin says only where it started. */
export function unplaced({ object, pinnedTo }: ClusterPod): Pod {
  if (pinnedTo === null) return object;
  let free = unpinned.get(object);
  if (free === undefined) {
    const { nodeName: _, ...spec } = object.spec;
    free = { ...object, spec };
    unpinned.set(object, free);
  }
  return free;
}

function keyOf(pod: Pod): string {
  return `${pod.metadata.namespace ?? 'default'}/${pod.metadata.name}`;
}
