import { tolerates } from '../../kubernetes/selector';
import type { Plugin } from '../framework';
import { reject } from '../framework';

const TAINT = { key: 'node.kubernetes.io/unschedulable', effect: 'NoSchedule' } as const;
const UNSCHEDULABLE = reject('node(s) were unschedulable', false);

/** Cordoned nodes take only pods that tolerate it. Source: kubernetes/kubernetes pkg/scheduler/framework/plugins/nodeunschedulable/node_unschedulable.go. */
export const nodeUnschedulable: Plugin = {
  name: 'NodeUnschedulable',
  weight: 0,
  filter(_state, { pod }, { node }) {
    return node.spec?.unschedulable === true && !tolerates(pod.compiled.tolerations, TAINT) ? UNSCHEDULABLE : null;
  },
};
