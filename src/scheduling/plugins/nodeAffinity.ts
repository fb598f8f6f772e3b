import type { Node } from '../../kubernetes/objects';
import { matchesLabels, matchesNode, matchesNodeTerm } from '../../kubernetes/selector';
import type { CompiledPod } from '../compiledPod';
import type { Plugin } from '../framework';
import { reject, SKIP } from '../framework';
import { normalizeByMaximum } from './normalizeScore';

export const MISMATCH = reject("node(s) didn't match Pod's node affinity/selector", false);
export const CONFLICT = reject('pod affinity terms conflict', false);

/** nodeSelector and node affinity. Source: kubernetes/kubernetes pkg/scheduler/framework/plugins/nodeaffinity/node_affinity.go. */
export const nodeAffinity: Plugin<null, true> = {
  name: 'NodeAffinity',
  weight: 2,
  preFilter({ pod }) {
    const { spec } = pod.compiled;
    if (spec.affinity?.nodeAffinity === undefined && spec.nodeSelector === undefined) return SKIP;
    const nodeNames = namedNodes(pod.compiled);
    if (nodeNames === null) return { kind: 'run', state: null };
    return nodeNames.size === 0 ? { kind: 'reject', rejection: CONFLICT } : { kind: 'run', state: null, nodeNames };
  },
  filter(_state, { pod }, { node }) {
    return acceptsNode(pod.compiled, node) ? null : MISMATCH;
  },
  preScore({ pod }) {
    return prefersNodes(pod.compiled) ? true : null;
  },
  score(_state, { pod }, { node }) {
    return preferredNodeScore(pod.compiled, node);
  },
  normalize(_state, scores) {
    normalizeByMaximum(scores, false);
  },
};

/** Whether the pod's nodeSelector and required node affinity accept the node. */
export function acceptsNode(compiled: CompiledPod, node: Node): boolean {
  return matchesLabels(compiled.nodeSelector, node.metadata.labels) && (compiled.requiredNodes === null || matchesNode(compiled.requiredNodes, node));
}

/** Whether the pod has preferred node affinity, and so a score for it. */
export function prefersNodes({ spec }: CompiledPod): boolean {
  return spec.affinity?.nodeAffinity?.preferredDuringSchedulingIgnoredDuringExecution !== undefined;
}

/** Sum of the weights of the preferred terms that the node satisfies. */
export function preferredNodeScore(compiled: CompiledPod, node: Node): number {
  let score = 0;
  for (const { weight, term } of compiled.preferredNodes) if (matchesNodeTerm(term, node)) score += weight;
  return score;
}

/** The nodes that every term names in its fields (as DaemonSet pods do); null if some term names none. */
export function namedNodes({ spec }: CompiledPod): ReadonlySet<string> | null {
  const required = spec.affinity?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution;
  if (required === undefined) return null;
  const names = new Set<string>();
  for (const { matchFields } of required.nodeSelectorTerms ?? []) {
    let ofTerm: string[] | null = null;
    for (const { key, operator, values = [] } of matchFields ?? []) {
      if (key !== 'metadata.name' || operator !== 'In') continue;
      ofTerm = ofTerm === null ? [...values] : ofTerm.filter((name: string) => values.includes(name));
    }
    if (ofTerm === null) return null;
    for (const name of ofTerm) names.add(name);
  }
  return names;
}
