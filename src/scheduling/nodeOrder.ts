import type { Labels } from '../kubernetes/objects';
import { labelValue } from '../kubernetes/selector';

/**
 * The order in which the scheduler looks at nodes: zones in order of first appearance, one node of each in turn, a
 * zone's nodes in order of addition. Source: kubernetes/kubernetes pkg/scheduler/backend/cache/node_tree.go (1.34).
 */
export function nodeTreeOrder<T extends { readonly node: { readonly metadata: { readonly labels?: Labels } } }>(nodes: readonly T[]): T[] {
  const zones = new Map<string, T[]>();
  for (const item of nodes) {
    const key = zoneKey(item.node.metadata.labels);
    const zone = zones.get(key);
    if (zone === undefined) zones.set(key, [item]);
    else zone.push(item);
  }
  const queues = [...zones.values()];
  const order: T[] = [];
  for (let row = 0; order.length < nodes.length; row++) {
    for (const queue of queues) {
      const item = queue[row];
      if (item !== undefined) order.push(item);
    }
  }
  return order;
}

/** Region and zone of a node as one key; the old labels win where both are there. Source: component-helpers node/topology/helpers.go. */
function zoneKey(labels: Labels | undefined): string {
  const zone = labelValue(labels, 'failure-domain.beta.kubernetes.io/zone') ?? labelValue(labels, 'topology.kubernetes.io/zone') ?? '';
  const region = labelValue(labels, 'failure-domain.beta.kubernetes.io/region') ?? labelValue(labels, 'topology.kubernetes.io/region') ?? '';
  return zone === '' && region === '' ? '' : `${region}:\0:${zone}`;
}

/**
 * How many feasible nodes are enough among `nodes` candidates: all below 100, then a share that falls with the size.
 * Source: kubernetes/kubernetes pkg/scheduler/schedule_one.go, numFeasibleNodesToFind with percentageOfNodesToScore 0.
 */
export function feasibleNodesToFind(nodes: number): number {
  if (nodes < 100) return nodes;
  const percentage = Math.max(5, 50 - Math.floor(nodes / 125));
  return Math.max(100, Math.floor((nodes * percentage) / 100));
}
