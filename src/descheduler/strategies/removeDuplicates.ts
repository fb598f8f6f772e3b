import { z } from 'zod';
import { acceptsNode } from '../../scheduling/plugins/nodeAffinity';
import type { DeschedulerNode, DeschedulerPod } from '../cluster';
import { namespaces, optionalList } from '../fields';
import { podScope } from '../podScope';
import { strategy, type StrategyHandle } from '../strategy';
import { toleratesNode } from '../tolerations';

/** The pods of one owner with the same images. */
interface OwnerGroup {
  occurrences: number;
  /** By node, without the first of each. */
  readonly duplicates: Map<DeschedulerNode, DeschedulerPod[]>;
}

/** Pods of one owner that share a node while others have fewer. Source: pkg/framework/plugins/removeduplicates/removeduplicates.go. */
export const removeDuplicates = strategy({
  name: 'RemoveDuplicates',
  extensionPoint: 'balance',
  args: z.strictObject({ namespaces, excludeOwnerKinds: optionalList(z.string()) }),
  designArgs: {},
  run({ namespaces, excludeOwnerKinds = [] }, handle) {
    const inScope = podScope(namespaces);
    const groups = new Map<string, OwnerGroup>();
    for (const node of handle.nodes) countOwners(node, groups, handle, (pod) => inScope(pod) && hasOtherOwners(pod, excludeOwnerKinds));
    for (const { occurrences, duplicates } of handle.order([...groups.values()])) {
      const targets = targetNodes([...duplicates.values()].flat(), handle.nodes);
      if (targets < 2) continue;
      if (evictAbove(Math.ceil(occurrences / targets), duplicates, handle) === 'totalLimit') return;
    }
  },
});

function hasOtherOwners({ pod }: DeschedulerPod, excluded: readonly string[]): boolean {
  const owners = pod.metadata.ownerReferences ?? [];
  return owners.length > 0 && !owners.some(({ kind }) => excluded.includes(kind));
}

function countOwners(node: DeschedulerNode, groups: Map<string, OwnerGroup>, { podsOf, filter, preEvictionFilter }: StrategyHandle, inScope: (pod: DeschedulerPod) => boolean): void {
  const seen = new Set<string>();
  for (const pod of podsOf(node)) {
    if (!inScope(pod) || !filter(pod) || !preEvictionFilter(pod)) continue;
    const keys = ownerKeys(pod);
    const all = [...keys].sort().join('\n');
    for (const key of keys) {
      const group = groups.get(key) ?? { occurrences: 0, duplicates: new Map<DeschedulerNode, DeschedulerPod[]>() };
      groups.set(key, group);
      group.occurrences++;
      if (!seen.has(all)) continue;
      const onNode = group.duplicates.get(node);
      if (onNode === undefined) group.duplicates.set(node, [pod]);
      else onNode.push(pod);
    }
    seen.add(all);
  }
}

/** One for each owner reference. */
function ownerKeys({ pod, namespace }: DeschedulerPod): readonly string[] {
  const images = (pod.spec.containers ?? []).map(({ image }) => image ?? '').sort();
  return (pod.metadata.ownerReferences ?? []).map(({ kind, name }) => JSON.stringify([namespace, kind, name, images]));
}

/** How many nodes would take one of the pods, by taints and labels alone; a pod that only one node would take names none. */
function targetNodes(pods: readonly DeschedulerPod[], nodes: readonly DeschedulerNode[]): number {
  const targets = new Set<DeschedulerNode>();
  // Replicas of one template would be answered alike.
  for (const pod of new Map(pods.map((pod) => [pod.compiled, pod])).values()) {
    const taking = nodes.filter((node) => toleratesNode(pod, node) && acceptsNode(pod.compiled, node.node));
    if (taking.length > 1) for (const node of taking) targets.add(node);
  }
  return targets.size;
}

function evictAbove(average: number, duplicates: ReadonlyMap<DeschedulerNode, readonly DeschedulerPod[]>, { order, evict }: StrategyHandle): 'totalLimit' | 'done' {
  for (const [, pods] of order([...duplicates])) {
    // The first of the node is not among them.
    for (const pod of pods.slice(average - 1)) {
      const answer = evict(pod);
      if (answer === 'totalLimit') return answer;
      if (answer === 'nodeLimit') break;
    }
  }
  return 'done';
}
