import type { Toleration } from '../../kubernetes/objects';
import { firstUntoleratedTaint, tolerates } from '../../kubernetes/selector';
import type { Plugin } from '../framework';
import { reject } from '../framework';
import { normalizeByMaximum } from './normalizeScore';

const UNTOLERATED = reject('node(s) had untolerated taint(s)', false);

/** Filters by NoSchedule and NoExecute taints, scores by PreferNoSchedule ones. Source: kubernetes/kubernetes pkg/scheduler/framework/plugins/tainttoleration/taint_toleration.go. */
export const taintToleration: Plugin<undefined, readonly Toleration[]> = {
  name: 'TaintToleration',
  weight: 3,
  filter(_state, { pod }, { node }) {
    return firstUntoleratedTaint(node, pod.compiled.tolerations) === undefined ? null : UNTOLERATED;
  },
  preScore({ pod }) {
    return pod.compiled.tolerations.filter(({ effect }) => !effect || effect === 'PreferNoSchedule');
  },
  score(tolerations, _cycle, { node }) {
    return (node.spec?.taints ?? []).filter((taint) => taint.effect === 'PreferNoSchedule' && !tolerates(tolerations, taint)).length;
  },
  normalize(_state, scores) {
    normalizeByMaximum(scores, true);
  },
};
