import type { Node } from '../../kubernetes/objects';
import { tolerates } from '../../kubernetes/selector';
import type { CompiledPod } from '../compiledPod';
import type { Plugin } from '../framework';
import { reject } from '../framework';

const TAINT = { key: 'node.kubernetes.io/unschedulable', effect: 'NoSchedule' } as const;
export const UNSCHEDULABLE = reject('node(s) were unschedulable', false);

/** Cordoned nodes take only pods that tolerate it. Source: kubernetes/kubernetes pkg/scheduler/framework/plugins/nodeunschedulable/node_unschedulable.go. */
export const nodeUnschedulable: Plugin = {
  name: 'NodeUnschedulable',
  weight: 0,
  filter(_state, { pod }, { node }) {
    return isCordonedFor(pod.compiled, node) ? UNSCHEDULABLE : null;
  },
};

export function isCordonedFor({ tolerations }: CompiledPod, node: Node): boolean {
  return node.spec?.unschedulable === true && !tolerates(tolerations, TAINT);
}
