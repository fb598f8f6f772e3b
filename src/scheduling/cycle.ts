import { compareBytes } from '../byteOrder';
import type { FilterRun, NodeRejection, NodeRestriction } from './filterRun';
import { runFiltersWithNominated, runPreFilters } from './filterRun';
import type { Cycle, VersionRules } from './framework';
import type { NodeInfo } from './nodeInfo';
import { feasibleNodesToFind } from './nodeOrder';
import type { PodInfo } from './podInfo';
import type { PluginScores } from './scoreRun';
import { runScores } from './scoreRun';
import type { Snapshot } from './snapshot';

/** Which nodes are looked at: all, or as many as upstream needs, from `start` in the node order on. */
export interface Search {
  readonly sample: boolean;
  readonly start: number;
}

/** Everything that one scheduling cycle finds out, before a node is chosen among the best. */
export type CycleResult =
  | { readonly kind: 'noNodes' }
  | { readonly kind: 'preFilterRejected'; readonly rejection: NodeRejection }
  | CycleSearch;

export interface CycleSearch {
  readonly kind: 'searched';
  readonly run: FilterRun;
  readonly feasible: readonly NodeInfo[];
  /** Nodes looked at and refused, and nodes that no plugin was asked about because a PreFilter had left them out. */
  readonly rejections: ReadonlyMap<string, NodeRejection>;
  readonly restriction: NodeRestriction | null;
  /** None where fewer than two nodes are feasible. */
  readonly scores: readonly PluginScores[];
  readonly totals: readonly number[];
  /** Names of the nodes with the highest total, in byte order. */
  readonly best: readonly string[];
  readonly evaluated: number;
  /** Where the next pod's search starts. */
  readonly next: number;
}

/** One pod through PreFilter, Filter and Score, the plain way. Source: kubernetes/kubernetes pkg/scheduler/schedule_one.go, schedulePod. */
export function runCycle(snapshot: Snapshot, pod: PodInfo, rules: VersionRules, search: Search): CycleResult {
  const all = snapshot.nodes();
  if (all.length === 0) return { kind: 'noNodes' };
  const cycle: Cycle = { snapshot, pod, rules };
  const outcome = runPreFilters(cycle);
  if (outcome.kind === 'rejected') return { kind: 'preFilterRejected', rejection: outcome.rejection };
  const { run, restriction } = outcome;
  const nominated = nominatedNode(run);
  if (nominated !== null) return finish(run, { feasible: [nominated], rejections: new Map(), looked: 1 }, null, search.start);
  const candidates = restriction === null ? all : all.filter(({ name }) => restriction.names.has(name));
  const found = findFeasible(run, candidates, search);
  return finish(run, found, restriction, (search.start + found.looked) % all.length);
}

/** Preemption has promised the pod a node: if it fits there now, no other is looked at. */
function nominatedNode(run: FilterRun): NodeInfo | null {
  const name = run.cycle.pod.pod.status?.nominatedNodeName;
  const node = name ? run.cycle.snapshot.node(name) : undefined;
  return node !== undefined && runFiltersWithNominated(run, node) === null ? node : null;
}

interface Found {
  readonly feasible: readonly NodeInfo[];
  readonly rejections: Map<string, NodeRejection>;
  readonly looked: number;
}

function findFeasible(run: FilterRun, candidates: readonly NodeInfo[], { sample, start }: Search): Found {
  const enough = sample ? feasibleNodesToFind(candidates.length) : candidates.length;
  const feasible: NodeInfo[] = [];
  const rejections = new Map<string, NodeRejection>();
  for (let i = 0; i < candidates.length; i++) {
    const node = candidates[(start + i) % candidates.length];
    if (node === undefined) continue;
    const rejection = runFiltersWithNominated(run, node);
    if (rejection !== null) rejections.set(node.name, rejection);
    // The search ends at the first feasible node too many, so refusals before it are still seen.
    else if (feasible.length === enough) break;
    else feasible.push(node);
  }
  return { feasible, rejections, looked: feasible.length + rejections.size };
}

function finish(run: FilterRun, { feasible, rejections, looked }: Found, restriction: NodeRestriction | null, next: number): CycleSearch {
  const scores = feasible.length > 1 ? runScores(run.cycle, feasible) : [];
  const totals = feasible.map((_, i) => scores.reduce((sum, plugin) => sum + (plugin.scores[i] ?? 0), 0));
  const highest = totals.reduce((most, total) => Math.max(most, total), Number.NEGATIVE_INFINITY);
  const best = feasible.filter((_, i) => totals[i] === highest).map(({ name }) => name);
  return { kind: 'searched', run, feasible, rejections, restriction, scores, totals, best: best.sort(compareBytes), evaluated: looked, next };
}
