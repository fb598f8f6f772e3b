import type { Taint } from '../../kubernetes/objects';
import { firstUntoleratedTaint, matchesLabels } from '../../kubernetes/selector';
import type { Reason } from './look';

export const taints: Reason = ({ pod, node, say }) => {
  const taint = firstUntoleratedTaint(node.node, pod.compiled.tolerations);
  return taint === undefined ? [] : [say.taint({ taint: taintText(taint) })];
};

/** As kubectl writes it: `dedicated=web:NoSchedule`. */
export function taintText({ key, value, effect }: Pick<Taint, 'key' | 'value' | 'effect'>): string {
  return `${key}${value ? `=${value}` : ''}:${effect}`;
}

export const nodeAffinity: Reason = ({ pod, node, say }, reasons) => {
  const { nodeSelector, requiredNodes, spec } = pod.compiled;
  // The pods of a DaemonSet name their node in a field, not in a label.
  if (reasons.some((reason) => reason.includes("didn't satisfy plugin(s)")) || namesItsNode(spec)) return [say.otherNode()];
  const labels = node.node.metadata.labels;
  if (!matchesLabels(nodeSelector, labels)) {
    const wanted = Object.entries(spec.nodeSelector ?? {}).flatMap(([key, value]) => (labels?.[key] === value ? [] : [`${key}=${value}`]));
    return [say.nodeSelector({ wanted })];
  }
  return requiredNodes === null ? [] : [say.nodeAffinity()];
};

function namesItsNode(spec: Parameters<Reason>[0]['pod']['compiled']['spec']): boolean {
  const terms = spec.affinity?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution?.nodeSelectorTerms ?? [];
  return terms.some(({ matchFields }) => (matchFields ?? []).length > 0);
}

export const hostPorts: Reason = ({ pod, node, say }) => {
  const taken = pod.compiled.hostPorts.filter(({ port, protocol }) => node.pods.some((other) => other.compiled.hostPorts.some((used) => used.port === port && used.protocol === protocol)));
  return [say.hostPorts({ ports: taken.map(({ port }) => String(port)) })];
};
