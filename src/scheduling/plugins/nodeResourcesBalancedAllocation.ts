import type { PodRequests } from '../../kubernetes/podRequests';
import type { Plugin } from '../framework';
import { MAX_NODE_SCORE } from '../framework';
import type { NodeInfo } from '../nodeInfo';

/**
 * Prefers nodes whose cpu and memory are used alike; says nothing about pods that ask for neither.
 * Source: kubernetes/kubernetes pkg/scheduler/framework/plugins/noderesources/balanced_allocation.go (1.34; 1.36: PR 135573).
 */
export const nodeResourcesBalancedAllocation: Plugin<undefined, true> = {
  name: 'NodeResourcesBalancedAllocation',
  weight: 1,
  preScore({ pod }) {
    return pod.requests.milliCpu === 0 && pod.requests.memory === 0 ? null : true;
  },
  score(_state, { pod, rules }, node) {
    return balancedAllocationScore(pod.requests, node, rules.relativeBalancedAllocation);
  },
};

export function balancedAllocationScore(requests: PodRequests, node: NodeInfo, relative: boolean): number {
  const balanced = balance(node, requests.milliCpu, requests.memory);
  return relative ? relativeBalance(balanced, balance(node, 0, 0)) : balanced;
}

/** 75 where the pod changes nothing, more where it brings cpu and memory closer together. */
function relativeBalance(after: number, before: number): number {
  return 50 + Math.floor((50 + after - before) / 2);
}

function balance(node: NodeInfo, milliCpu: number, memory: number): number {
  const { capacity } = node;
  // Fewer than two resources have nothing to balance.
  if (capacity.milliCpu === 0 || capacity.memory === 0) return MAX_NODE_SCORE;
  const cpuFraction = Math.min(1, (node.milliCpu + milliCpu) / capacity.milliCpu);
  const memoryFraction = Math.min(1, (node.memory + memory) / capacity.memory);
  return Math.trunc((1 - Math.abs(cpuFraction - memoryFraction) / 2) * MAX_NODE_SCORE);
}
