import type { NodeRejection } from '../filterRun';
import type { Cycle, Rejection, VersionRules } from '../framework';
import { feasibleNodesToFind } from '../nodeOrder';
import type { Search } from '../cycle';
import { leftOutReason } from '../fitError';
import { namedNodes, nodeAffinity } from '../plugins/nodeAffinity';
import type { PodInfo } from '../podInfo';
import type { Snapshot } from '../snapshot';
import type { FastFilter } from './fastFilter';
import { laterRefusal, prepareFilter, roomRefusal, suits } from './fastFilter';
import { scoreSlots } from './fastScore';
import type { Reasons } from './lastRefusal';
import { knownRefusal, rememberRefusal } from './lastRefusal';

export type FastResult =
  | { readonly kind: 'preFilterRejected'; readonly rejection: NodeRejection }
  | {
      readonly kind: 'searched';
      /** Names of the nodes with the highest total, in byte order; none where no node is feasible. */
      readonly best: readonly string[];
      readonly feasible: number;
      readonly evaluated: number;
      readonly next: number;
      /** Nodes by reason; empty where a node is feasible, since nobody asks then. */
      readonly reasons: Reasons;
    };

/** Whether `runFastCycle` knows all that matters for the pod; for others `runCycle` is the way. */
export function isFast(snapshot: Snapshot, { pod, compiled }: PodInfo): boolean {
  if (snapshot.nodeCount === 0 || snapshot.hasNominations() || pod.spec.nodeName || pod.status?.nominatedNodeName) return false;
  return namedNodes(compiled)?.size !== 0;
}

/**
 * The same decision as `runCycle`, from numbers kept up to date instead of a walk over all pods, and without the table
 * of nodes. `equivalence.test.ts` holds the two together.
 */
export function runFastCycle(snapshot: Snapshot, pod: PodInfo, rules: VersionRules, { sample, start }: Search, allBest: boolean): FastResult {
  const cycle: Cycle = { snapshot, pod, rules };
  const state = snapshot.fastState();
  const filter = prepareFilter(cycle, state);
  if ('plugin' in filter) return { kind: 'preFilterRejected', rejection: filter };
  const { tables, resources } = filter;
  const { frame } = state;
  const all = state.slots(() => snapshot.nodes());
  const { names } = tables.nodes;
  const order = names === null ? all : all.filter((slot) => names.has(frame.nodes[slot]?.metadata.name ?? ''));
  const { length } = order;
  const known = knownRefusal(filter);
  if (known !== null) return { kind: 'searched', best: [], feasible: 0, evaluated: length, next: (start + length) % all.length, reasons: known };
  const enough = sample ? feasibleNodesToFind(length) : length;
  const { feasible } = frame.scratch();
  let found = 0;
  let evaluated = 0;
  for (let at = length === 0 ? 0 : start % length; evaluated < length; evaluated++, at = at + 1 === length ? 0 : at + 1) {
    const slot = order[at] ?? 0;
    if (!suits(filter, slot)) continue;
    // The search ends at the first feasible node too many, so refusals before it are still seen.
    if (found === enough) break;
    feasible[found++] = slot;
  }
  const next = (start + evaluated) % all.length;
  if (found === 0) return { kind: 'searched', best: [], feasible: 0, evaluated, next, reasons: reasonsOf(filter, order, all.length - length) };
  const slots = bestSlots(feasible, found, found > 1 ? scoreSlots(cycle, state, tables, resources, found) : null, frame.ranks(), allBest);
  const best = slots.map((slot) => frame.nodes[slot]?.metadata.name ?? '');
  return { kind: 'searched', best, feasible: found, evaluated, next, reasons: NO_REASONS };
}

const NO_REASONS: Reasons = new Map();

/** All nodes have been looked at, and none suits. */
function reasonsOf(filter: FastFilter, order: Int32Array, leftOut: number): Reasons {
  const reasons = new Map<string, number>();
  const add = (rejection: Rejection | null, times: number): void => {
    for (const reason of rejection?.reasons ?? []) reasons.set(reason, (reasons.get(reason) ?? 0) + times);
  };
  let last: Rejection | null = null;
  let times = 0;
  let byRoom = true;
  for (const slot of order) {
    const early = roomRefusal(filter, slot);
    byRoom &&= early !== null;
    const rejection = early ?? laterRefusal(filter, slot);
    if (rejection !== last) {
      add(last, times);
      last = rejection;
      times = 0;
    }
    times++;
  }
  add(last, times);
  if (leftOut > 0) reasons.set(leftOutReason([nodeAffinity.name]), leftOut);
  rememberRefusal(filter, byRoom, reasons);
  return reasons;
}

/** The slots with the highest total in order of rank, or only the first of them; without totals all are equal. */
function bestSlots(feasible: Int32Array, found: number, totals: Float64Array | null, ranks: Int32Array, all: boolean): number[] {
  let highest = Number.NEGATIVE_INFINITY;
  let best: number[] = [];
  for (let i = 0; i < found; i++) {
    const slot = feasible[i] ?? 0;
    const total = totals?.[i] ?? 0;
    if (total < highest) continue;
    if (total > highest) {
      highest = total;
      best = [slot];
    } else if (all) best.push(slot);
    else if ((ranks[slot] ?? 0) < (ranks[best[0] ?? 0] ?? 0)) best[0] = slot;
  }
  return best.sort((a, b) => (ranks[a] ?? 0) - (ranks[b] ?? 0));
}
