import type { ClusterObjects } from '../../kubernetes/clusterObjects';
import type { Labels, Node } from '../../kubernetes/objects';
import { andMatchers, compileLabelSelector, compileLabels, firstUntoleratedTaint, labelValue, matchesLabels } from '../../kubernetes/selector';
import type { LabelMatcher } from '../../kubernetes/selector';
import type { CompiledPod, SpreadConstraint } from '../compiledPod';
import type { Plugin } from '../framework';
import { MAX_NODE_SCORE, reject, SKIP } from '../framework';
import type { NodeInfo } from '../nodeInfo';
import { acceptsNode } from './nodeAffinity';
import type { Scores } from './normalizeScore';

export const TOO_SKEWED = reject("node(s) didn't match pod topology spread constraints", true);
export const LABEL_MISSING = reject("node(s) didn't match pod topology spread constraints (missing required label)", false);
export const HOSTNAME = 'kubernetes.io/hostname';

/** Matching pods by domain, for one constraint. */
type Counts = Map<string, number>;

interface FilterState {
  readonly constraints: readonly SpreadConstraint[];
  readonly counts: readonly Counts[];
}

interface ScoreState {
  readonly constraints: readonly SpreadConstraint[];
  readonly counts: readonly Counts[];
  readonly weights: readonly number[];
  /** Feasible nodes that lack a topology key; they score 0. */
  readonly ignored: ReadonlySet<NodeInfo>;
}

/** Source: kubernetes/kubernetes pkg/scheduler/framework/plugins/podtopologyspread/{common,filtering,scoring}.go. */
export const podTopologySpread: Plugin<FilterState, ScoreState> = {
  name: 'PodTopologySpread',
  weight: 2,
  preFilter({ snapshot, pod }) {
    const constraints = pod.compiled.hardSpread;
    if (constraints.length === 0) return SKIP;
    const counts = constraints.map((): Counts => new Map());
    for (const node of snapshot.nodes()) {
      if (!hasAllKeys(node, constraints)) continue;
      for (const [i, constraint] of constraints.entries()) {
        if (includesNode(constraint, pod.compiled, node.node)) addCount(counts[i], topologyOf(node, constraint), countMatching(node, constraint.selector, pod.namespace));
      }
    }
    return { kind: 'run', state: { constraints, counts } };
  },
  filter({ constraints, counts }, { pod }, node) {
    for (const [i, constraint] of constraints.entries()) {
      const domain = labelValue(node.node.metadata.labels, constraint.topologyKey);
      if (domain === undefined) return LABEL_MISSING;
      const domains = counts[i];
      const self = matchesLabels(constraint.selector, pod.labels) ? 1 : 0;
      if ((domains?.get(domain) ?? 0) + self - minimum(domains, constraint.minDomains) > constraint.maxSkew) return TOO_SKEWED;
    }
    return null;
  },
  cloneState({ constraints, counts }) {
    return { constraints, counts: counts.map((domains) => new Map(domains)) };
  },
  updateState({ constraints, counts }, { pod }, node, other, delta) {
    if (other.namespace !== pod.namespace || !hasAllKeys(node, constraints)) return;
    for (const [i, constraint] of constraints.entries()) {
      if (!includesNode(constraint, pod.compiled, node.node) || !matchesLabels(constraint.selector, other.labels)) continue;
      addCount(counts[i], topologyOf(node, constraint), delta);
    }
  },
  preScore({ snapshot, pod }, feasible) {
    const requireAll = (pod.compiled.spec.topologySpreadConstraints ?? []).length > 0;
    const constraints = requireAll ? pod.compiled.softSpread : defaultConstraints(snapshot.objects, pod.compiled);
    if (constraints.length === 0) return null;
    const ignored = new Set(requireAll ? feasible.filter((node) => !hasAllKeys(node, constraints)) : []);
    const counts = constraints.map(({ topologyKey }): Counts => {
      const domains: Counts = new Map();
      if (topologyKey === HOSTNAME) return domains;
      for (const node of feasible) if (!ignored.has(node)) domains.set(labelValue(node.node.metadata.labels, topologyKey) ?? '', 0);
      return domains;
    });
    const weights = constraints.map(({ topologyKey }, i) => Math.log((topologyKey === HOSTNAME ? feasible.length - ignored.size : (counts[i]?.size ?? 0)) + 2));
    for (const node of snapshot.nodes()) {
      if (requireAll && !hasAllKeys(node, constraints)) continue;
      for (const [i, constraint] of constraints.entries()) {
        const domain = topologyOf(node, constraint);
        if (!counts[i]?.has(domain) || !includesNode(constraint, pod.compiled, node.node)) continue;
        addCount(counts[i], domain, countMatching(node, constraint.selector, pod.namespace));
      }
    }
    return { constraints, counts, weights, ignored };
  },
  score({ constraints, counts, weights, ignored }, { pod }, node) {
    if (ignored.has(node)) return 0;
    let score = 0;
    for (const [i, constraint] of constraints.entries()) {
      const domain = labelValue(node.node.metadata.labels, constraint.topologyKey);
      if (domain === undefined) continue;
      const count = constraint.topologyKey === HOSTNAME ? countMatching(node, constraint.selector, pod.namespace) : (counts[i]?.get(domain) ?? 0);
      score += count * (weights[i] ?? 0) + (constraint.maxSkew - 1);
    }
    return Math.round(score);
  },
  normalize({ ignored }, scores, feasible) {
    normalizeSpread(
      scores,
      feasible.map((node) => ignored.has(node)),
    );
  },
};

/** Few pods in the domain are good: the best gets 100, ignored nodes 0. */
export function normalizeSpread(scores: Scores, ignored: readonly boolean[], count = scores.length): void {
  let min = Number.POSITIVE_INFINITY;
  let max = 0;
  for (let i = 0; i < count; i++) {
    const score = scores[i] ?? 0;
    if (ignored[i] === true) continue;
    if (score < min) min = score;
    if (score > max) max = score;
  }
  for (let i = 0; i < count; i++) {
    if (ignored[i] === true) scores[i] = 0;
    else scores[i] = max === 0 ? MAX_NODE_SCORE : Math.floor((MAX_NODE_SCORE * (max + min - (scores[i] ?? 0))) / max);
  }
}

/** Whether the node's pods count, as the constraint's nodeAffinityPolicy and nodeTaintsPolicy say. */
export function includesNode(constraint: SpreadConstraint, pod: CompiledPod, node: Node): boolean {
  if (constraint.honorNodeAffinity && !acceptsNode(pod, node)) return false;
  return !constraint.honorTaints || firstUntoleratedTaint(node, pod.tolerations) === undefined;
}

function hasAllKeys({ node }: NodeInfo, constraints: readonly SpreadConstraint[]): boolean {
  return constraints.every(({ topologyKey }) => labelValue(node.metadata.labels, topologyKey) !== undefined);
}

function topologyOf({ node }: NodeInfo, { topologyKey }: SpreadConstraint): string {
  return labelValue(node.metadata.labels, topologyKey) ?? '';
}

/** Pods of the namespace on the node that match and are not being deleted. */
function countMatching({ pods }: NodeInfo, selector: LabelMatcher, namespace: string): number {
  let count = 0;
  for (const pod of pods) if (!pod.terminating && selectsForSpreading(selector, namespace, pod)) count++;
  return count;
}

/** Whether a pod counts for a constraint; upstream counts none for the empty selector. */
export function selectsForSpreading(selector: LabelMatcher, namespace: string, pod: { readonly namespace: string; readonly labels: Labels }): boolean {
  return selector.kind === 'requirements' && pod.namespace === namespace && matchesLabels(selector, pod.labels);
}

/** The least count of any domain; too few domains count as an empty one more. */
function minimum(domains: Counts | undefined, minDomains: number): number {
  if (domains === undefined || domains.size < minDomains) return 0;
  let min = Number.POSITIVE_INFINITY;
  for (const count of domains.values()) if (count < min) min = count;
  return min;
}

function addCount(domains: Counts | undefined, domain: string, count: number): void {
  domains?.set(domain, (domains.get(domain) ?? 0) + count);
}

/** What the scheduler spreads by where a pod says nothing itself: over hosts and zones, the pods of its Services and owner. */
export function defaultConstraints(objects: ClusterObjects, pod: CompiledPod): readonly SpreadConstraint[] {
  const selector = defaultSelector(objects, pod);
  if (selector.kind !== 'requirements') return [];
  const common = { selector, minDomains: 1, honorNodeAffinity: true, honorTaints: false };
  return [
    { topologyKey: HOSTNAME, maxSkew: 3, ...common },
    { topologyKey: 'topology.kubernetes.io/zone', maxSkew: 5, ...common },
  ];
}

/** Source: kubernetes/kubernetes pkg/scheduler/framework/plugins/helper/spread.go, DefaultSelector. */
function defaultSelector(objects: ClusterObjects, { namespace, labels, owner }: CompiledPod): LabelMatcher {
  const merged: Record<string, string> = {};
  for (const { metadata, spec } of objects.services) {
    if ((metadata.namespace ?? 'default') !== namespace || !spec?.selector) continue;
    if (matchesLabels(compileLabels(spec.selector), labels)) Object.assign(merged, spec.selector);
  }
  const isOwner = ({ metadata }: { readonly metadata: { readonly name: string; readonly namespace?: string } }): boolean =>
    metadata.name === owner?.name && (metadata.namespace ?? 'default') === namespace;
  switch (`${owner?.apiVersion ?? ''} ${owner?.kind ?? ''}`) {
    case 'v1 ReplicationController':
      return compileLabels({ ...merged, ...objects.replicationControllers.find(isOwner)?.spec?.selector });
    case 'apps/v1 ReplicaSet':
      return withOwner(merged, objects.replicaSets.find(isOwner)?.spec);
    case 'apps/v1 StatefulSet':
      return withOwner(merged, objects.statefulSets.find(isOwner)?.spec);
    default:
      return compileLabels(merged);
  }
}

function withOwner(labels: Labels, owner: { readonly selector: Parameters<typeof compileLabelSelector>[0] } | undefined): LabelMatcher {
  const selector = owner === undefined ? null : compileLabelSelector(owner.selector);
  return selector?.kind === 'requirements' ? andMatchers(compileLabels(labels), selector) : compileLabels(labels);
}

