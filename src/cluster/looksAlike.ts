import type { ClusterObjects } from '../kubernetes/clusterObjects';
import type { Service } from '../kubernetes/objects';
import type { Cluster } from './cluster';

/**
 * Whether the scheduler sees no difference between two clusters, so that a placement of one is a placement of the other.
 * Of Services it reads which pods they select (default spreading), of pods, nodes and the rest everything counts.
 */
export function looksAlike(a: Cluster, b: Cluster): boolean {
  if (!sameList(a.nodes, b.nodes) || !sameList(a.pods, b.pods)) return false;
  if (!sameList(a.objects.services, b.objects.services, selectionOf)) return false;
  const { nodes: _nodes, pods: _pods, services: _services, ...rest } = b.objects;
  // RuntimeClasses are in no pod yet where a DaemonSet waits for its first node.
  return sameList(a.runtimeClasses, b.runtimeClasses) && (Object.keys(rest) as (keyof ClusterObjects)[]).every((kind) => sameList<object>(a.objects[kind], b.objects[kind]));
}

/** Objects are the same where what they are made of is; where not, they may still say the same. */
function sameList<Item>(a: readonly Item[], b: readonly Item[], textOf: (item: Item) => string = JSON.stringify): boolean {
  return a === b || (a.length === b.length && a.every((item, i) => item === b[i] || (b[i] !== undefined && textOf(item) === textOf(b[i]))));
}

function selectionOf({ metadata, spec }: Service): string {
  return JSON.stringify([metadata.namespace, spec.selector]);
}
