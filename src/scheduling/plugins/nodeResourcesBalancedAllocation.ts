import type { PodRequests } from '../../kubernetes/podRequests';
import type { Plugin } from '../framework';
import { MAX_NODE_SCORE } from '../framework';
import type { NodeInfo } from '../nodeInfo';

/**
 * Prefers nodes whose cpu and memory are used alike; from 1.33 on it says nothing about pods that ask for neither.
 * Source: kubernetes/kubernetes pkg/scheduler/framework/plugins/noderesources/balanced_allocation.go (1.34; 1.33: PR 130260; 1.36: PR 135573).
 */
export const nodeResourcesBalancedAllocation: Plugin<undefined, true> = {
  name: 'NodeResourcesBalancedAllocation',
  weight: 1,
  preScore({ pod, rules }) {
    return rules.skipsBestEffort && pod.requests.milliCpu === 0 && pod.requests.memory === 0 ? null : true;
  },
  score(_state, { pod, rules }, node) {
    return balancedAllocationScore(pod.requests, node, rules.relativeBalancedAllocation);
  },
};

function balancedAllocationScore(requests: PodRequests, node: NodeInfo, relative: boolean): number {
  return balancedAllocation(node.capacity.milliCpu, node.milliCpu, requests.milliCpu, node.capacity.memory, node.memory, requests.memory, relative);
}

/** From what the node has of cpu and memory, what is used of each, and what the pod asks. */
export function balancedAllocation(
  milliCpu: number,
  usedMilliCpu: number,
  askedMilliCpu: number,
  memory: number,
  usedMemory: number,
  askedMemory: number,
  relative: boolean,
): number {
  const after = balance(milliCpu, usedMilliCpu + askedMilliCpu, memory, usedMemory + askedMemory);
  if (!relative) return after;
  // 75 where the pod changes nothing, more where it brings cpu and memory closer together.
  return 50 + Math.floor((50 + after - balance(milliCpu, usedMilliCpu, memory, usedMemory)) / 2);
}

function balance(milliCpu: number, usedMilliCpu: number, memory: number, usedMemory: number): number {
  // Fewer than two resources have nothing to balance.
  if (milliCpu === 0 || memory === 0) return MAX_NODE_SCORE;
  const cpuFraction = Math.min(1, usedMilliCpu / milliCpu);
  const memoryFraction = Math.min(1, usedMemory / memory);
  return Math.trunc((1 - Math.abs(cpuFraction - memoryFraction) / 2) * MAX_NODE_SCORE);
}
