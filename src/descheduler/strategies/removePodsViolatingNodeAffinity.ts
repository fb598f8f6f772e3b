import { z } from 'zod';
import { acceptsNode, preferredNodeScore } from '../../scheduling/plugins/nodeAffinity';
import type { DeschedulerNode, DeschedulerPod } from '../cluster';
import { labelSelector, namespaces } from '../fields';
import { fitsAnyNode } from '../nodeFit';
import { podScope } from '../podScope';
import { strategy, type StrategyHandle } from '../strategy';

type Violation = (pod: DeschedulerPod, node: DeschedulerNode, nodes: readonly DeschedulerNode[]) => boolean;

/** A nodeSelector alone is not required node affinity. */
const required: Violation = (pod, node, nodes) => pod.compiled.requiredNodes !== null && !acceptsNode(pod.compiled, node.node) && fitsAnyNode(pod, nodes);

/** The best node need not be one that fits. */
const preferred: Violation = (pod, node, nodes) => {
  if (pod.compiled.spec.affinity?.nodeAffinity?.preferredDuringSchedulingIgnoredDuringExecution === undefined) return false;
  const own = preferredNodeScore(pod.compiled, node.node);
  return nodes.some((other) => preferredNodeScore(pod.compiled, other.node) > own) && fitsAnyNode(pod, nodes);
};

const violations = { requiredDuringSchedulingIgnoredDuringExecution: required, preferredDuringSchedulingIgnoredDuringExecution: preferred } as const;
const types = Object.keys(violations) as (keyof typeof violations)[];

/** Pods whose node affinity no longer matches their node. Source: pkg/framework/plugins/removepodsviolatingnodeaffinity/node_affinity.go. */
export const removePodsViolatingNodeAffinity = strategy({
  name: 'RemovePodsViolatingNodeAffinity',
  extensionPoint: 'deschedule',
  args: z.strictObject({ namespaces, labelSelector, nodeAffinityType: z.array(z.enum(types)).min(1) }),
  designArgs: { nodeAffinityType: ['requiredDuringSchedulingIgnoredDuringExecution'] },
  run({ namespaces, labelSelector, nodeAffinityType }, handle) {
    const inScope = podScope(namespaces, labelSelector);
    for (const type of nodeAffinityType) removeViolating(violations[type], inScope, handle);
  },
});

/** The limit of the whole cycle ends this type only, as upstream. */
function removeViolating(violates: Violation, inScope: (pod: DeschedulerPod) => boolean, { nodes, podsOf, filter, preEvictionFilter, evict }: StrategyHandle): void {
  for (const node of nodes) {
    const pods = podsOf(node).filter((pod) => inScope(pod) && filter(pod) && preEvictionFilter(pod) && violates(pod, node, nodes));
    for (const pod of pods) {
      const answer = evict(pod);
      if (answer === 'totalLimit') return;
      if (answer === 'nodeLimit') break;
    }
  }
}
