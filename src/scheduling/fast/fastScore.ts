import type { Cycle } from '../framework';
import { MAX_NODE_SCORE } from '../framework';
import { imageLocality, imageLocalityScore } from '../plugins/imageLocality';
import { interPodAffinity, normalizeAffinity } from '../plugins/interPodAffinity';
import { nodeAffinity, prefersNodes } from '../plugins/nodeAffinity';
import { balancedAllocation, nodeResourcesBalancedAllocation } from '../plugins/nodeResourcesBalancedAllocation';
import { leastAllocated, nodeResourcesFit } from '../plugins/nodeResourcesFit';
import { normalizeByMaximum } from '../plugins/normalizeScore';
import { normalizeSpread, podTopologySpread } from '../plugins/podTopologySpread';
import { taintToleration } from '../plugins/taintToleration';
import type { FastState } from './fastState';
import { MEMORY, MILLI_CPU, NON_ZERO_MEMORY, NON_ZERO_MILLI_CPU, STRIDE } from './layout';
import type { PodTables, SpreadTable } from './podTables';

/** Total scores of the feasible slots, in their order; `scores.ts`' sums by other means. */
export function scoreSlots(cycle: Cycle, state: FastState, tables: PodTables, feasible: readonly number[]): number[] {
  const totals = resourceScores(cycle, state, feasible);
  if (!tables.nodes.hasTaints) addConstant(totals, MAX_NODE_SCORE * taintToleration.weight);
  else {
    const scores = feasible.map((slot) => tables.nodes.taints[slot] ?? 0);
    normalizeByMaximum(scores, true);
    addScores(totals, scores, taintToleration.weight);
  }
  if (prefersNodes(tables.compiled)) {
    const scores = feasible.map((slot) => tables.nodes.preferred[slot] ?? 0);
    normalizeByMaximum(scores, false);
    addScores(totals, scores, nodeAffinity.weight);
  }
  if (tables.soft.length > 0) addScores(totals, spreadScores(cycle, state, tables, feasible), podTopologySpread.weight);
  const affinity = affinityScores(cycle, state, tables, feasible);
  if (affinity !== null) addScores(totals, affinity, interPodAffinity.weight);
  if (cycle.snapshot.imageSpread().size > 0) {
    const scores = feasible.map((slot) => {
      const node = cycle.snapshot.node(state.frame.nodes[slot]?.metadata.name ?? '');
      return node === undefined ? 0 : imageLocalityScore(cycle.snapshot, cycle.pod, node);
    });
    addScores(totals, scores, imageLocality.weight);
  }
  return totals;
}

function addConstant(totals: number[], amount: number): void {
  for (let i = 0; i < totals.length; i++) totals[i] = (totals[i] ?? 0) + amount;
}

function addScores(totals: number[], scores: readonly number[], weight: number): void {
  for (let i = 0; i < totals.length; i++) totals[i] = (totals[i] ?? 0) + (scores[i] ?? 0) * weight;
}

/** NodeResourcesFit and NodeResourcesBalancedAllocation together, since both read the same numbers. */
function resourceScores({ pod, rules }: Cycle, { use, frame }: FastState, feasible: readonly number[]): number[] {
  const { room } = frame;
  const { milliCpu, memory, scoredMilliCpu, scoredMemory } = pod.requests;
  const isSkipped = rules.skipsBestEffort && milliCpu === 0 && memory === 0;
  const totals: number[] = [];
  for (let i = 0; i < feasible.length; i++) {
    const base = (feasible[i] ?? 0) * STRIDE;
    const cpuRoom = room[base + MILLI_CPU] ?? 0;
    const memoryRoom = room[base + MEMORY] ?? 0;
    const free = leastAllocated(cpuRoom, (use[base + NON_ZERO_MILLI_CPU] ?? 0) + scoredMilliCpu, memoryRoom, (use[base + NON_ZERO_MEMORY] ?? 0) + scoredMemory);
    const balanced = isSkipped
      ? 0
      : balancedAllocation(cpuRoom, use[base + MILLI_CPU] ?? 0, milliCpu, memoryRoom, use[base + MEMORY] ?? 0, memory, rules.relativeBalancedAllocation);
    totals.push(free * nodeResourcesFit.weight + balanced * nodeResourcesBalancedAllocation.weight);
  }
  return totals;
}

function spreadScores(cycle: Cycle, state: FastState, tables: PodTables, feasible: readonly number[]): number[] {
  const nodes = (): ReturnType<typeof cycle.snapshot.nodes> => cycle.snapshot.nodes();
  const ignored = tables.requireAllKeys ? feasible.map((slot) => tables.soft.some(({ tally }) => (tally.domains.of[slot] ?? -1) < 0)) : NONE_IGNORED;
  const scores = feasible.map(() => 0);
  for (const table of tables.soft) {
    const domainOf = table.tally.domains.of;
    const weight = Math.log(domainCount(table, feasible, ignored) + 2);
    const counts = state.countsOf(table.onNode ?? table.tally, nodes);
    for (let i = 0; i < feasible.length; i++) {
      const slot = feasible[i] ?? 0;
      const domain = domainOf[slot] ?? -1;
      if (domain < 0 || ignored[i] === true) continue;
      const count = counts[table.onNode === null ? domain : slot] ?? 0;
      scores[i] = (scores[i] ?? 0) + (count * weight + (table.maxSkew - 1));
    }
  }
  for (let i = 0; i < scores.length; i++) scores[i] = Math.round(scores[i] ?? 0);
  normalizeSpread(scores, ignored);
  return scores;
}

const NONE_IGNORED: readonly boolean[] = [];

/** Domains of the nodes that are not ignored; nodes without the key make up one of their own. */
function domainCount({ tally, onNode }: SpreadTable, feasible: readonly number[], ignored: readonly boolean[]): number {
  let count = 0;
  if (onNode !== null) {
    for (let i = 0; i < feasible.length; i++) if (ignored[i] !== true) count++;
    return count;
  }
  const seen = new Uint8Array(tally.domains.values.size + 1);
  for (let i = 0; i < feasible.length; i++) {
    const place = (tally.domains.of[feasible[i] ?? 0] ?? -1) + 1;
    if (ignored[i] === true || seen[place] === 1) continue;
    seen[place] = 1;
    count++;
  }
  return count;
}

/** Null where no pod anywhere has a say. */
function affinityScores(cycle: Cycle, state: FastState, tables: PodTables, feasible: readonly number[]): number[] | null {
  const nodes = (): ReturnType<typeof cycle.snapshot.nodes> => cycle.snapshot.nodes();
  let scores: number[] | null = null;
  for (const { tally, weight } of tables.preferences()) {
    const counts = state.countsOf(tally, nodes);
    if (!counts.some((count) => count > 0)) continue;
    scores ??= feasible.map(() => 0);
    for (let i = 0; i < feasible.length; i++) {
      const domain = tally.domains.of[feasible[i] ?? 0] ?? -1;
      if (domain >= 0) scores[i] = (scores[i] ?? 0) + (counts[domain] ?? 0) * weight;
    }
  }
  if (scores !== null) normalizeAffinity(scores);
  return scores;
}
