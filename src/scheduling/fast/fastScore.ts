import type { Cycle } from '../framework';
import { imageLocality, imageLocalityScore } from '../plugins/imageLocality';
import { interPodAffinity, normalizeAffinity } from '../plugins/interPodAffinity';
import { nodeAffinity, prefersNodes } from '../plugins/nodeAffinity';
import { normalizeByMaximum } from '../plugins/normalizeScore';
import { normalizeSpread, podTopologySpread } from '../plugins/podTopologySpread';
import { taintToleration } from '../plugins/taintToleration';
import type { FastState } from './fastState';
import type { PodTables, SpreadTable } from './podTables';
import type { ResourceTable } from './resourceTable';
import { nodeAt } from './volumeChecks';

/**
 * Total scores of the first `found` feasible slots, in their order (both in the frame's scratch): `scoreRun.ts`' sums by
 * other means, without what is the same for all.
 */
export function scoreSlots(cycle: Cycle, state: FastState, tables: PodTables, resources: ResourceTable, found: number): Float64Array {
  const { feasible, totals, scores } = state.frame.scratch();
  for (let i = 0; i < found; i++) totals[i] = resources.scoreOf(feasible[i] ?? 0);
  const add = (weight: number): void => {
    for (let i = 0; i < found; i++) totals[i] = (totals[i] ?? 0) + (scores[i] ?? 0) * weight;
  };
  if (tables.nodes.hasTaints) {
    for (let i = 0; i < found; i++) scores[i] = tables.nodes.taints[feasible[i] ?? 0] ?? 0;
    normalizeByMaximum(scores, true, found);
    add(taintToleration.weight);
  }
  if (prefersNodes(tables.compiled)) {
    for (let i = 0; i < found; i++) scores[i] = tables.nodes.preferred[feasible[i] ?? 0] ?? 0;
    normalizeByMaximum(scores, false, found);
    add(nodeAffinity.weight);
  }
  if (tables.soft.length > 0) {
    scoreSpread(cycle, state, tables, found);
    add(podTopologySpread.weight);
  }
  if (scoreAffinity(cycle, state, tables, found)) add(interPodAffinity.weight);
  if (cycle.snapshot.imageSpread().size > 0) {
    for (let i = 0; i < found; i++) {
      const node = nodeAt(cycle, state, feasible[i] ?? 0);
      scores[i] = node === undefined ? 0 : imageLocalityScore(cycle.snapshot, cycle.pod, node);
    }
    add(imageLocality.weight);
  }
  return totals;
}

function scoreSpread(cycle: Cycle, state: FastState, tables: PodTables, found: number): void {
  const { feasible, scores } = state.frame.scratch();
  const nodes = (): ReturnType<typeof cycle.snapshot.nodes> => cycle.snapshot.nodes();
  const lacksKey = (slot: number): boolean => tables.soft.some(({ tally }) => (tally.domains.of[slot] ?? -1) < 0);
  const ignored = tables.requireAllKeys && !tables.soft.every(({ tally }) => tally.domains.isComplete) ? Array.from(feasible.subarray(0, found), lacksKey) : NONE_IGNORED;
  scores.fill(0, 0, found);
  for (const table of tables.soft) {
    const domainOf = table.tally.domains.of;
    const weight = Math.log(domainCount(table, feasible, found, ignored) + 2);
    const counts = state.countsOf(table.onNode ?? table.tally, nodes);
    for (let i = 0; i < found; i++) {
      const slot = feasible[i] ?? 0;
      const domain = domainOf[slot] ?? -1;
      if (domain < 0 || ignored[i] === true) continue;
      const count = counts[table.onNode === null ? domain : slot] ?? 0;
      scores[i] = (scores[i] ?? 0) + (count * weight + (table.maxSkew - 1));
    }
  }
  for (let i = 0; i < found; i++) scores[i] = Math.round(scores[i] ?? 0);
  normalizeSpread(scores, ignored, found);
}

const NONE_IGNORED: readonly boolean[] = [];

/** Domains of the nodes that are not ignored; nodes without the key make up one of their own. */
function domainCount({ tally, onNode }: SpreadTable, feasible: Int32Array, found: number, ignored: readonly boolean[]): number {
  let count = 0;
  if (onNode !== null) {
    for (let i = 0; i < found; i++) if (ignored[i] !== true) count++;
    return count;
  }
  const seen = new Uint8Array(tally.domains.values.size + 1);
  for (let i = 0; i < found; i++) {
    const place = (tally.domains.of[feasible[i] ?? 0] ?? -1) + 1;
    if (ignored[i] === true || seen[place] === 1) continue;
    seen[place] = 1;
    count++;
  }
  return count;
}

/** False where no pod anywhere has a say. */
function scoreAffinity(cycle: Cycle, state: FastState, tables: PodTables, found: number): boolean {
  const { feasible, scores } = state.frame.scratch();
  const nodes = (): ReturnType<typeof cycle.snapshot.nodes> => cycle.snapshot.nodes();
  let isAsked = false;
  for (const { tally, weight } of tables.preferences()) {
    const counts = state.countsOf(tally, nodes);
    if (!counts.some((count) => count > 0)) continue;
    if (!isAsked) scores.fill(0, 0, found);
    isAsked = true;
    for (let i = 0; i < found; i++) {
      const domain = tally.domains.of[feasible[i] ?? 0] ?? -1;
      if (domain >= 0) scores[i] = (scores[i] ?? 0) + (counts[domain] ?? 0) * weight;
    }
  }
  if (isAsked) normalizeAffinity(scores, found);
  return isAsked;
}
