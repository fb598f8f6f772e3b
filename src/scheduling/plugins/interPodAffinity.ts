import type { Labels } from '../../kubernetes/objects';
import { labelValue, matchesLabels } from '../../kubernetes/selector';
import type { AffinityTerm } from '../compiledPod';
import type { Cycle, Plugin } from '../framework';
import { MAX_NODE_SCORE, reject, SKIP } from '../framework';
import type { NodeInfo } from '../nodeInfo';
import type { PodInfo } from '../podInfo';
import type { Scores } from './normalizeScore';

export const AFFINITY_MISSING = reject("node(s) didn't match pod affinity rules", false);
export const ANTI_AFFINITY = reject("node(s) didn't match pod anti-affinity rules", true);
export const EXISTING_ANTI_AFFINITY = reject("node(s) didn't satisfy existing pods anti-affinity rules", true);
/** How much a required affinity term of a pod that runs counts for pods it would welcome (hardPodAffinityWeight). */
export const HARD_AFFINITY_WEIGHT = 1;

/** Number of matches by topology key and value. */
type Topology = Map<string, number>;

interface FilterState {
  /** Existing pods' anti-affinity terms that the pod matches. */
  readonly existingAnti: Topology;
  /** Existing pods that match all of the pod's affinity terms. */
  readonly affinity: Topology;
  /** Existing pods that match one of the pod's anti-affinity terms. */
  readonly anti: Topology;
}

/** Source: kubernetes/kubernetes pkg/scheduler/framework/plugins/interpodaffinity/{filtering,scoring}.go. */
export const interPodAffinity: Plugin<FilterState, Topology> = {
  name: 'InterPodAffinity',
  weight: 2,
  preFilter(cycle) {
    const state: FilterState = { existingAnti: new Map(), affinity: new Map(), anti: new Map() };
    for (const node of cycle.snapshot.nodes()) for (const pod of node.pods) count(state, cycle, node, pod, 1);
    const { affinity, antiAffinity } = cycle.pod.compiled;
    return affinity.length === 0 && antiAffinity.length === 0 && state.existingAnti.size === 0 ? SKIP : { kind: 'run', state };
  },
  filter(state, cycle, node) {
    if (!affinitySatisfied(state, cycle, node)) return AFFINITY_MISSING;
    for (const { topologyKey } of cycle.pod.compiled.antiAffinity) if (at(state.anti, node, topologyKey) > 0) return ANTI_AFFINITY;
    if (state.existingAnti.size > 0) {
      for (const topologyKey of Object.keys(node.node.metadata.labels ?? {})) if (at(state.existingAnti, node, topologyKey) > 0) return EXISTING_ANTI_AFFINITY;
    }
    return null;
  },
  cloneState({ existingAnti, affinity, anti }) {
    return { existingAnti: new Map(existingAnti), affinity: new Map(affinity), anti: new Map(anti) };
  },
  updateState(state, cycle, node, pod, delta) {
    count(state, cycle, node, pod, delta);
  },
  preScore(cycle) {
    const scores: Topology = new Map();
    for (const node of cycle.snapshot.nodes()) {
      if (Object.keys(node.node.metadata.labels ?? {}).length > 0) for (const pod of node.pods) countScore(scores, cycle, node, pod);
    }
    return scores.size === 0 ? null : scores;
  },
  score(scores, _cycle, { node }) {
    let score = 0;
    for (const [key, value] of Object.entries(node.metadata.labels ?? {})) score += scores.get(topology(key, value)) ?? 0;
    return score;
  },
  normalize(_state, scores) {
    normalizeAffinity(scores);
  },
};

/** The best node gets 100, the worst 0; all get 0 where they are equal. */
export function normalizeAffinity(scores: Scores, count = scores.length): void {
  let min = Number.POSITIVE_INFINITY;
  let max = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < count; i++) {
    const score = scores[i] ?? 0;
    if (score < min) min = score;
    if (score > max) max = score;
  }
  // Upstream's order of operations: the quotient of two floats first, then times 100.
  for (let i = 0; i < count; i++) scores[i] = max === min ? 0 : Math.trunc(MAX_NODE_SCORE * (((scores[i] ?? 0) - min) / (max - min)));
}

/** Whether a term speaks of a pod: its namespace by name or by labels, and its own labels. */
export function termMatches(term: AffinityTerm, pod: Pick<PodInfo, 'namespace' | 'labels'>, namespaceLabels: Labels | undefined): boolean {
  return (term.namespaces.has(pod.namespace) || matchesLabels(term.namespaceSelector, namespaceLabels)) && matchesLabels(term.selector, pod.labels);
}

function topology(key: string, value: string): string {
  return `${key}\0${value}`;
}

function at(counts: Topology, { node }: NodeInfo, key: string): number {
  const value = labelValue(node.metadata.labels, key);
  return value === undefined ? 0 : (counts.get(topology(key, value)) ?? 0);
}

/** Counts that fall to nothing disappear, since an empty map has a meaning of its own. */
function add(counts: Topology, { node }: NodeInfo, key: string, delta: number, keepZero = false): void {
  const value = labelValue(node.metadata.labels, key);
  if (value === undefined) return;
  const id = topology(key, value);
  const sum = (counts.get(id) ?? 0) + delta;
  if (sum === 0 && !keepZero) counts.delete(id);
  else counts.set(id, sum);
}

function count(state: FilterState, { snapshot, pod }: Cycle, node: NodeInfo, existing: PodInfo, delta: 1 | -1): void {
  const { affinity, antiAffinity } = pod.compiled;
  for (const term of existing.compiled.antiAffinity) {
    if (termMatches(term, pod, snapshot.namespaces.get(pod.namespace))) add(state.existingAnti, node, term.topologyKey, delta);
  }
  if (affinity.length + antiAffinity.length === 0) return;
  const namespaceLabels = snapshot.namespaces.get(existing.namespace);
  if (affinity.length > 0 && affinity.every((term) => termMatches(term, existing, namespaceLabels))) {
    for (const { topologyKey } of affinity) add(state.affinity, node, topologyKey, delta);
  }
  for (const term of antiAffinity) if (termMatches(term, existing, namespaceLabels)) add(state.anti, node, term.topologyKey, delta);
}

function affinitySatisfied(state: FilterState, { snapshot, pod }: Cycle, node: NodeInfo): boolean {
  const { affinity } = pod.compiled;
  if (affinity.some(({ topologyKey }) => labelValue(node.node.metadata.labels, topologyKey) === undefined)) return false;
  if (affinity.every(({ topologyKey }) => at(state.affinity, node, topologyKey) > 0)) return true;
  // The first pod of a group that wants to be together may run anywhere.
  return state.affinity.size === 0 && affinity.every((term) => termMatches(term, pod, snapshot.namespaces.get(pod.namespace)));
}

function countScore(scores: Topology, { snapshot, pod }: Cycle, node: NodeInfo, existing: PodInfo): void {
  const mine = pod.compiled;
  const theirs = existing.compiled;
  if (mine.preferredAffinity.length + mine.preferredAntiAffinity.length > 0) {
    const labels = snapshot.namespaces.get(existing.namespace);
    for (const term of mine.preferredAffinity) if (termMatches(term, existing, labels)) add(scores, node, term.topologyKey, term.weight, true);
    for (const term of mine.preferredAntiAffinity) if (termMatches(term, existing, labels)) add(scores, node, term.topologyKey, -term.weight, true);
  }
  if (theirs.affinity.length + theirs.preferredAffinity.length + theirs.preferredAntiAffinity.length === 0) return;
  const labels = snapshot.namespaces.get(pod.namespace);
  for (const term of theirs.affinity) if (termMatches(term, pod, labels)) add(scores, node, term.topologyKey, HARD_AFFINITY_WEIGHT, true);
  for (const term of theirs.preferredAffinity) if (termMatches(term, pod, labels)) add(scores, node, term.topologyKey, term.weight, true);
  for (const term of theirs.preferredAntiAffinity) if (termMatches(term, pod, labels)) add(scores, node, term.topologyKey, -term.weight, true);
}
