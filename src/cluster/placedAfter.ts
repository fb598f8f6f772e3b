import type { Placed } from './cluster';
import { replace, watchReplace, type Losses } from './replace';

/**
 * The cluster after a change as a placed cluster of its own, so that what comes next is asked of it as of the first.
 * What is told of its way there adds up: pods that gave way, draws, and what the scheduler said of the pod to watch.
 */
export function placedAfter(placed: Placed, change: Losses, watch?: string): Placed {
  const after = replace(placed, change);
  if (after.nodeOf === placed.nodeOf) return placed;
  const { cluster } = placed;
  const { nodes, pods, nodeOf, pending, objects } = after;
  return {
    ...placed,
    cluster: {
      ...cluster,
      nodes,
      pods,
      objects: { ...cluster.objects, nodes: objects.nodes, csiNodes: objects.csiNodes, pods: pods.map(({ object }) => object) },
    },
    nodeOf,
    pending,
    preempted: [...new Set([...placed.preempted, ...after.preempted])],
    drawn: placed.drawn + after.drawn,
    objects,
    watched: watch === undefined ? placed.watched : [...placed.watched, ...watchReplace(placed, change, watch)],
  };
}
