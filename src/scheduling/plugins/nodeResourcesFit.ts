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
  const short =
    (node.pods.length + 1 > capacity.pods ? 1 : 0) +
    shortage(requests.milliCpu, capacity.milliCpu, node.milliCpu, 2) +
    shortage(requests.memory, capacity.memory, node.memory, 4) +
    shortage(requests.ephemeralStorage, capacity.ephemeralStorage, node.ephemeralStorage, 8);
  const hopeless = requests.milliCpu > capacity.milliCpu || requests.memory > capacity.memory || requests.ephemeralStorage > capacity.ephemeralStorage;
  const common = shortOf(short, hopeless);
  return requests.scalars.length === 0 ? common : fitScalars(requests, node, common);
}

/** What is short, a bit each in the order of the reasons (1: pods); null for nothing. `hopeless`: the node is too small even when it is empty. */
export function shortOf(short: number, hopeless: boolean): Rejection | null {
  return short === 0 ? null : ((hopeless ? HOPELESS : RESOLVABLE)[short] ?? null);
}

/** `bit` where what is wanted is more than what is left. */
export function shortage(wanted: number, allocatable: number, used: number, bit: number): number {
  return wanted > 0 && wanted > allocatable - used ? bit : 0;
}

const REASONS = ['Too many pods', 'Insufficient cpu', 'Insufficient memory', 'Insufficient ephemeral-storage'];

/** By what is short, a bit each: full nodes refuse pods by the hundred thousand. */
function refusals(resolvable: boolean): readonly Rejection[] {
  return Array.from({ length: 16 }, (_, short) => ({ reasons: REASONS.filter((_reason, i) => (short & (1 << i)) !== 0), resolvable }));
}
const HOPELESS = refusals(false);
const RESOLVABLE = refusals(true);

function fitScalars({ scalars }: PodRequests, { capacity, scalars: used }: NodeInfo, common: Rejection | null): Rejection | null {
  const short = scalars.filter(({ resource, value }) => shortage(value, capacity.scalars.get(resource) ?? 0, used.get(resource) ?? 0, 1) > 0);
  if (short.length === 0) return common;
  const hopeless = short.some(({ resource, value }) => value > (capacity.scalars.get(resource) ?? 0));
  return {
    reasons: [...(common?.reasons ?? []), ...short.map(({ resource }) => `Insufficient ${resource}`)],
    resolvable: common?.resolvable !== false && !hopeless,
  };
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
