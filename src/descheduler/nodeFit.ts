import { labelValue, matchesLabels } from '../kubernetes/selector';
import { acceptsNode } from '../scheduling/plugins/nodeAffinity';
import type { DeschedulerNode, DeschedulerPod } from './cluster';
import { antiAffinityNamespaces } from './antiAffinity';
import { toleratesNode } from './tolerations';

/**
 * Whether the pod would fit the node, as the descheduler reckons: without spread constraints, pod affinity, volumes and
 * host ports, and with every pod of this cycle, evicted or not, in its place. Source: its pkg/descheduler/node/node.go.
 */
export function fitsNode(pod: DeschedulerPod, node: DeschedulerNode): boolean {
  return (
    node.node.spec?.unschedulable !== true &&
    acceptsNode(pod.compiled, node.node) &&
    toleratesNode(pod, node) &&
    !hatesAPodOn(pod, node) &&
    (pod.nodeName === node.name || hasRoom(pod, node))
  );
}

export function fitsAnyNode(pod: DeschedulerPod, nodes: readonly DeschedulerNode[]): boolean {
  return nodes.some((node) => fitsNode(pod, node));
}

export function fitsAnyOtherNode(pod: DeschedulerPod, nodes: readonly DeschedulerNode[]): boolean {
  return nodes.some((node) => node.name !== pod.nodeName && fitsNode(pod, node));
}

/** Only pods on the node itself are looked at, whatever the topology key says, as long as the node has its label. */
function hatesAPodOn(pod: DeschedulerPod, { node, pods }: DeschedulerNode): boolean {
  return pod.compiled.antiAffinity.some((term) => {
    if (labelValue(node.metadata.labels, term.topologyKey) === undefined) return false;
    const namespaces = antiAffinityNamespaces(term, pod);
    return pods.some((other) => other.name !== pod.name && namespaces.has(other.namespace) && matchesLabels(term.selector, other.labels));
  });
}

function hasRoom(pod: DeschedulerPod, { allocatable, used, pods }: DeschedulerNode): boolean {
  for (const [resource, amount] of pod.requested) {
    if (amount > (allocatable.get(resource) ?? 0) - (used.get(resource) ?? 0)) return false;
  }
  return (allocatable.get('pods') ?? 0) - pods.length > 0;
}
