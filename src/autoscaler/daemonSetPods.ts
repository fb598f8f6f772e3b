import type { DaemonSet, Node, Pod } from '../kubernetes/objects';
import { compileNodeSelector, firstUntoleratedTaint, matchesLabels, compileLabels, matchesNode } from '../kubernetes/selector';

/** Whether the DaemonSet would run on the node: selectors, affinity and hard taints, not resources. Source: kubernetes/kubernetes pkg/controller/daemon. */
export function runsOn({ spec }: DaemonSet, node: Node): boolean {
  const pod = spec.template.spec;
  if (pod.nodeName && pod.nodeName !== node.metadata.name) return false;
  if (!matchesLabels(compileLabels(pod.nodeSelector), node.metadata.labels)) return false;
  const required = pod.affinity?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution;
  if (required !== undefined && !matchesNode(compileNodeSelector(required), node)) return false;
  return firstUntoleratedTaint(node, pod.tolerations) === undefined;
}

/** Its pod on a fresh node. */
export function daemonSetPod({ metadata, spec }: DaemonSet): Pod {
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      name: `${metadata.name}-pod`,
      namespace: metadata.namespace ?? 'default',
      ...(spec.template.metadata.labels === undefined ? {} : { labels: spec.template.metadata.labels }),
      ownerReferences: [{ apiVersion: 'apps/v1', kind: 'DaemonSet', name: metadata.name, uid: metadata.uid ?? '', controller: true }],
    },
    spec: spec.template.spec,
  };
}

/** Pods of this kind get their room by preemption, so they are expected on a node that lacks them. */
export function isPreemptingSystemNodeCritical({ spec }: DaemonSet): boolean {
  const { priorityClassName, preemptionPolicy } = spec.template.spec;
  return priorityClassName === 'system-node-critical' && preemptionPolicy !== 'Never';
}
