import { compileLabelSelector, matchesLabels } from '../kubernetes/selector';
import type { DeschedulerCluster, DeschedulerPod } from './cluster';
import type { DefaultEvictorArgs } from './defaultEvictorArgs';
import { fitsAnyOtherNode } from './nodeFit';

/** Whether DefaultEvictor lets a pod go now: with `nodeFit`, if another node would take it; and if its namespace is meant. */
export function preEvictionFilter({ nodeFit, nodeSelector, namespaceLabelSelector }: DefaultEvictorArgs, { nodes, namespaces }: DeschedulerCluster): (pod: DeschedulerPod) => boolean {
  // All ready nodes: the policy's own nodeSelector plays no part.
  const elsewhere = nodes.filter(({ node, ready }) => ready && nodeSelector(node));
  const selector = namespaceLabelSelector === undefined ? null : compileLabelSelector(namespaceLabelSelector);
  return (pod) => {
    if (nodeFit && !fitsAnyOtherNode(pod, elsewhere)) return false;
    if (selector === null || selector.kind === 'everything') return true;
    const labels = namespaces.get(pod.namespace);
    return labels !== undefined && matchesLabels(selector, labels);
  };
}
