import type { Node, Toleration } from '../../kubernetes/objects';
import { firstUntoleratedTaint, tolerates } from '../../kubernetes/selector';
import type { CompiledPod } from '../compiledPod';
import type { Plugin } from '../framework';
import { reject } from '../framework';
import { normalizeByMaximum } from './normalizeScore';

export const UNTOLERATED = reject('node(s) had untolerated taint(s)', false);

/** Filters by NoSchedule and NoExecute taints, scores by PreferNoSchedule ones. Source: kubernetes/kubernetes pkg/scheduler/framework/plugins/tainttoleration/taint_toleration.go. */
export const taintToleration: Plugin<undefined, true> = {
  name: 'TaintToleration',
  weight: 3,
  filter(_state, { pod }, { node }) {
    return keepsOut(pod.compiled, node) ? UNTOLERATED : null;
  },
  score(_state, { pod }, { node }) {
    return unwelcomeTaints(pod.compiled, node);
  },
  normalize(_state, scores) {
    normalizeByMaximum(scores, true);
  },
};

export function keepsOut({ tolerations }: CompiledPod, node: Node): boolean {
  return firstUntoleratedTaint(node, tolerations) !== undefined;
}

/** PreferNoSchedule taints that the pod does not tolerate; only tolerations of that or of any effect help. */
export function unwelcomeTaints({ tolerations }: CompiledPod, node: Node): number {
  const preferring = node.spec?.taints?.filter(({ effect }) => effect === 'PreferNoSchedule');
  if (preferring === undefined || preferring.length === 0) return 0;
  const helping = tolerations.filter(({ effect }: Toleration) => !effect || effect === 'PreferNoSchedule');
  return preferring.filter((taint) => !tolerates(helping, taint)).length;
}
