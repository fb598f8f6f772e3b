import type { PodRequests } from '../../kubernetes/podRequests';
import type { Rejection, VersionRules } from '../framework';
import { balancedAllocation, nodeResourcesBalancedAllocation } from '../plugins/nodeResourcesBalancedAllocation';
import { leastAllocated, nodeResourcesFit, shortage, shortOf } from '../plugins/nodeResourcesFit';
import { EPHEMERAL_STORAGE, MEMORY, MILLI_CPU, NON_ZERO_MEMORY, NON_ZERO_MILLI_CPU, PODS, STRIDE } from './layout';

/** Stands for the score of a node that lacks room. */
export const NO_ROOM = Number.NEGATIVE_INFINITY;

/** The numbers by node that a table is made from: `Frame.room`, `FastState.use` and `FastState.changes`. */
interface NodeNumbers {
  readonly room: Float64Array;
  readonly use: Float64Array;
  readonly changes: Int32Array;
}

/**
 * What NodeResourcesFit and NodeResourcesBalancedAllocation together give each node, for pods that ask for the same. A
 * pod that is placed changes one node, and the next looks at hundreds: a score is kept until its node's use changes.
 * Extended resources are not in it.
 */
export class ResourceTable {
  readonly rules: VersionRules;
  private readonly requests: PodRequests;
  readonly nodes: NodeNumbers;
  private readonly scores: Float64Array;
  /** The node's number of changes when its score was worked out. */
  private readonly changes: Int32Array;

  constructor(requests: PodRequests, rules: VersionRules, nodes: NodeNumbers) {
    this.requests = requests;
    this.rules = rules;
    this.nodes = nodes;
    this.scores = new Float64Array(nodes.changes.length);
    this.changes = new Int32Array(nodes.changes.length);
  }

  /** `NO_ROOM` where the pod does not fit. */
  scoreOf(slot: number): number {
    const changes = this.nodes.changes[slot] ?? 0;
    if (this.changes[slot] === changes) return this.scores[slot] ?? NO_ROOM;
    const score = this.shortAt(slot) === 0 ? this.score(slot) : NO_ROOM;
    this.scores[slot] = score;
    this.changes[slot] = changes;
    return score;
  }

  /** NodeResourcesFit's words where the pod does not fit. */
  refusal(slot: number): Rejection | null {
    const { room } = this.nodes;
    const { milliCpu, memory, ephemeralStorage } = this.requests;
    const base = slot * STRIDE;
    const hopeless = milliCpu > (room[base + MILLI_CPU] ?? 0) || memory > (room[base + MEMORY] ?? 0) || ephemeralStorage > (room[base + EPHEMERAL_STORAGE] ?? 0);
    return shortOf(this.shortAt(slot), hopeless);
  }

  private shortAt(slot: number): number {
    const { room, use } = this.nodes;
    const { milliCpu, memory, ephemeralStorage } = this.requests;
    const base = slot * STRIDE;
    return (
      ((use[base + PODS] ?? 0) + 1 > (room[base + PODS] ?? 0) ? 1 : 0) +
      shortage(milliCpu, room[base + MILLI_CPU] ?? 0, use[base + MILLI_CPU] ?? 0, 2) +
      shortage(memory, room[base + MEMORY] ?? 0, use[base + MEMORY] ?? 0, 4) +
      shortage(ephemeralStorage, room[base + EPHEMERAL_STORAGE] ?? 0, use[base + EPHEMERAL_STORAGE] ?? 0, 8)
    );
  }

  private score(slot: number): number {
    const { room, use } = this.nodes;
    const { milliCpu, memory, scoredMilliCpu, scoredMemory } = this.requests;
    const base = slot * STRIDE;
    const cpuRoom = room[base + MILLI_CPU] ?? 0;
    const memoryRoom = room[base + MEMORY] ?? 0;
    const free = leastAllocated(cpuRoom, (use[base + NON_ZERO_MILLI_CPU] ?? 0) + scoredMilliCpu, memoryRoom, (use[base + NON_ZERO_MEMORY] ?? 0) + scoredMemory);
    const balanced =
      this.rules.skipsBestEffort && milliCpu === 0 && memory === 0
        ? 0
        : balancedAllocation(cpuRoom, use[base + MILLI_CPU] ?? 0, milliCpu, memoryRoom, use[base + MEMORY] ?? 0, memory, this.rules.relativeBalancedAllocation);
    return free * nodeResourcesFit.weight + balanced * nodeResourcesBalancedAllocation.weight;
  }
}

/** All that a table reads of a pod's requests. */
export function contentOf({ milliCpu, memory, ephemeralStorage, scoredMilliCpu, scoredMemory }: PodRequests): string {
  return [milliCpu, memory, ephemeralStorage, scoredMilliCpu, scoredMemory].join();
}
