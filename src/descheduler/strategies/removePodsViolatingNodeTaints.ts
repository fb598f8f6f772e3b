import { z } from 'zod';
import type { Taint } from '../../kubernetes/objects';
import { flag, labelSelector, namespaces, optionalList } from '../fields';
import { podScope } from '../podScope';
import { strategy } from '../strategy';
import { toleratesOne } from '../tolerations';

const args = z
  .strictObject({
    namespaces,
    labelSelector,
    includePreferNoSchedule: flag,
    excludedTaints: optionalList(z.string()),
    includedTaints: optionalList(z.string()),
  })
  .refine(({ excludedTaints = [], includedTaints = [] }) => excludedTaints.length === 0 || includedTaints.length === 0, 'expected either includedTaints or excludedTaints, not both');

/** Pods that do not tolerate a NoSchedule taint of their node; NoExecute is left to Kubernetes itself. Source: pkg/framework/plugins/removepodsviolatingnodetaints/node_taint.go. */
export const removePodsViolatingNodeTaints = strategy({
  name: 'RemovePodsViolatingNodeTaints',
  extensionPoint: 'deschedule',
  args,
  designArgs: {},
  run({ namespaces, labelSelector, ...which }, { nodes, podsOf, filter, preEvictionFilter, evict }) {
    const inScope = podScope(namespaces, labelSelector);
    for (const node of nodes) {
      const taints = (node.node.spec?.taints ?? []).filter((taint) => isConsidered(taint, which));
      if (taints.length === 0) continue;
      for (const pod of podsOf(node).filter((pod) => inScope(pod) && filter(pod) && preEvictionFilter(pod))) {
        if (taints.every((taint) => toleratesOne(pod, taint))) continue;
        const answer = evict(pod);
        if (answer === 'totalLimit') return;
        if (answer === 'nodeLimit') break;
      }
    }
  },
});

function isConsidered(taint: Taint, which: Pick<z.infer<typeof args>, 'includePreferNoSchedule' | 'excludedTaints' | 'includedTaints'>): boolean {
  const { includePreferNoSchedule, excludedTaints = [], includedTaints = [] } = which;
  if (taint.effect !== 'NoSchedule' && !(includePreferNoSchedule && taint.effect === 'PreferNoSchedule')) return false;
  return !isNamed(taint, excludedTaints) && (includedTaints.length === 0 || isNamed(taint, includedTaints));
}

/** By `key`, or by `key=value`. */
function isNamed({ key, value }: Taint, entries: readonly string[]): boolean {
  return entries.includes(key) || (!!value && entries.includes(`${key}=${value}`));
}
