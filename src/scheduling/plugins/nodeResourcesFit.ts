import type { PodRequests } from '../../kubernetes/podRequests';
import type { Plugin, Rejection } from '../framework';
import { MAX_NODE_SCORE } from '../framework';
import type { NodeInfo } from '../nodeInfo';

/**
 * Fits by requests and allocatable resources; scores by LeastAllocated over cpu and memory, weight 1 each.
 * Source: kubernetes/kubernetes pkg/scheduler/framework/plugins/noderesources/{fit,least_allocated,resource_allocation}.go.
 */
export const nodeResourcesFit: Plugin<PodRequests, true> = {
  name: 'NodeResourcesFit',
  weight: 1,
  preFilter({ pod }) {
    return { kind: 'run', state: pod.requests };
  },
  filter(requests, _cycle, node) {
    return fit(requests, node);
  },
  score(_state, { pod }, node) {
    return leastAllocatedScore(pod.requests, node);
  },
};

/** Every resource that is short, or null where the pod fits. */
export function fit(requests: PodRequests, node: NodeInfo): Rejection | null {
  const { capacity } = node;
  const reasons: string[] = [];
  let hopeless = false;
  const check = (name: string, wanted: number, allocatable: number, used: number): void => {
    if (wanted === 0 || wanted <= allocatable - used) return;
    reasons.push(`Insufficient ${name}`);
    hopeless ||= wanted > allocatable;
  };
  if (node.pods.length + 1 > capacity.pods) reasons.push('Too many pods');
  check('cpu', requests.milliCpu, capacity.milliCpu, node.milliCpu);
  check('memory', requests.memory, capacity.memory, node.memory);
  check('ephemeral-storage', requests.ephemeralStorage, capacity.ephemeralStorage, node.ephemeralStorage);
  for (const { resource, value } of requests.scalars) check(resource, value, capacity.scalars.get(resource) ?? 0, node.scalars.get(resource) ?? 0);
  return reasons.length === 0 ? null : { reasons, resolvable: !hopeless };
}

function leastAllocatedScore(requests: PodRequests, node: NodeInfo): number {
  const { milliCpu, memory } = node.capacity;
  return leastAllocated(milliCpu, node.nonZeroMilliCpu + requests.scoredMilliCpu, memory, node.nonZeroMemory + requests.scoredMemory);
}

/** From what the node has of cpu and memory, and what would be used of each with the pod. */
export function leastAllocated(milliCpu: number, usedMilliCpu: number, memory: number, usedMemory: number): number {
  if (milliCpu === 0) return memory === 0 ? 0 : free(memory, usedMemory);
  if (memory === 0) return free(milliCpu, usedMilliCpu);
  return Math.floor((free(milliCpu, usedMilliCpu) + free(memory, usedMemory)) / 2);
}

/** The share of `allocatable` that is left, in whole percent. */
function free(allocatable: number, used: number): number {
  return used > allocatable ? 0 : Math.floor(((allocatable - used) * MAX_NODE_SCORE) / allocatable);
}
