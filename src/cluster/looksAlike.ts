import type { Cluster } from './cluster';

/**
 * Whether the scheduler sees no difference between two clusters, so that a placement of one is a placement of the other.
 * Of Services it reads which pods they select (default spreading), of pods, nodes and the rest everything counts.
 */
export function looksAlike(a: Cluster, b: Cluster): boolean {
  return sameList(a.nodes, b.nodes) && sameList(a.pods, b.pods) && textOf(a) === textOf(b);
}

/** Nodes and pods are the same objects where what they are made of is; where not, they may still say the same. */
function sameList(a: readonly object[], b: readonly object[]): boolean {
  return a.length === b.length && a.every((item, i) => item === b[i] || JSON.stringify(item) === JSON.stringify(b[i]));
}

const texts = new WeakMap<Cluster, string>();

function textOf(cluster: Cluster): string {
  let text = texts.get(cluster);
  if (text === undefined) {
    const { nodes: _nodes, pods: _pods, services, ...rest } = cluster.objects;
    // RuntimeClasses are in no pod yet where a DaemonSet waits for its first node.
    text = JSON.stringify([services.map(({ metadata, spec }) => [metadata.namespace, spec.selector]), rest, cluster.runtimeClasses]);
    texts.set(cluster, text);
  }
  return text;
}
