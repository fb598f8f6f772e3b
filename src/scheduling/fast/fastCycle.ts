import type { FilterStep, NodeRejection } from '../filterRun';
import type { Cycle, Plugin, Rejection, VersionRules } from '../framework';
import { feasibleNodesToFind } from '../nodeOrder';
import type { Search } from '../cycle';
import { leftOutReason } from '../fitError';
import { namedNodes, nodeAffinity } from '../plugins/nodeAffinity';
import { nodeVolumeLimits } from '../plugins/nodeVolumeLimits';
import { volumeBinding } from '../plugins/volumeBinding';
import { volumeRestrictions } from '../plugins/volumeRestrictions';
import { volumeZone } from '../plugins/volumeZone';
import type { PodInfo } from '../podInfo';
import type { Snapshot } from '../snapshot';
import { filterSlot, prepareFilter } from './fastFilter';
import { scoreSlots } from './fastScore';

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
      readonly reasons: ReadonlyMap<string, number>;
    };

const VOLUME_PLUGINS: readonly Plugin[] = [volumeRestrictions, nodeVolumeLimits, volumeBinding, volumeZone];

/** What the volume plugins' filters need, or why the pod can run nowhere. */
export function preFilterVolumes(cycle: Cycle): { readonly steps: readonly FilterStep[] } | NodeRejection {
  const steps: FilterStep[] = [];
  for (const plugin of cycle.pod.compiled.hasVolumes ? VOLUME_PLUGINS : []) {
    const result = plugin.preFilter?.(cycle);
    if (result?.kind === 'reject') return { plugin: plugin.name, ...result.rejection };
    if (result?.kind === 'run') steps.push({ plugin, state: result.state });
  }
  return { steps };
}

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
  const volumes = preFilterVolumes(cycle);
  if ('plugin' in volumes) return { kind: 'preFilterRejected', rejection: volumes };
  const state = snapshot.fastState();
  const tables = state.frame.tablesOf(pod.compiled);
  const filter = prepareFilter(cycle, state, tables, volumes.steps);
  const all = state.slots(() => snapshot.nodes());
  const { names } = tables.nodes;
  const order = names === null ? all : all.filter((slot) => names.has(state.frame.nodes[slot]?.metadata.name ?? ''));
  const enough = sample ? feasibleNodesToFind(order.length) : order.length;
  const feasible: number[] = [];
  const rejections: Rejection[] = [];
  for (let i = 0, at = start % Math.max(1, order.length); i < order.length; i++, at = at + 1 === order.length ? 0 : at + 1) {
    const slot = order[at] ?? 0;
    const rejection = filterSlot(filter, slot);
    if (rejection === null) {
      if (feasible.length === enough) break;
      feasible.push(slot);
      continue;
    }
    rejections.push(rejection);
  }
  const evaluated = feasible.length + rejections.length;
  const totals = feasible.length > 1 ? scoreSlots(cycle, state, tables, feasible) : feasible.map(() => 0);
  const ranks = state.frame.ranks();
  const best = bestSlots(feasible, totals, ranks, allBest).map((slot) => state.frame.nodes[slot]?.metadata.name ?? '');
  return { kind: 'searched', best, feasible: feasible.length, evaluated, next: (start + evaluated) % all.length, reasons: feasible.length > 0 ? NO_REASONS : reasonsOf(rejections, all.length - order.length) };
}

const NO_REASONS: ReadonlyMap<string, number> = new Map();

function reasonsOf(rejections: readonly Rejection[], leftOut: number): ReadonlyMap<string, number> {
  const reasons = new Map<string, number>();
  for (const rejection of rejections) for (const reason of rejection.reasons) reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
  if (leftOut > 0) reasons.set(leftOutReason([nodeAffinity.name]), leftOut);
  return reasons;
}

/** The slots with the highest total in order of rank, or only the first of them. */
function bestSlots(feasible: readonly number[], totals: readonly number[], ranks: Int32Array, all: boolean): number[] {
  let highest = Number.NEGATIVE_INFINITY;
  let best: number[] = [];
  for (let i = 0; i < feasible.length; i++) {
    const slot = feasible[i] ?? 0;
    const total = totals[i] ?? 0;
    if (total < highest) continue;
    if (total > highest) {
      highest = total;
      best = [slot];
    } else if (all) best.push(slot);
    else if ((ranks[slot] ?? 0) < (ranks[best[0] ?? 0] ?? 0)) best[0] = slot;
  }
  return best.sort((a, b) => (ranks[a] ?? 0) - (ranks[b] ?? 0));
}
