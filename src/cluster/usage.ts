import type { NodeUsage, WorkloadRequests } from '../evaluation';
import { amounts } from '../kubernetes/podRequests';
import type { Node } from '../kubernetes/objects';
import { podInfoOf } from '../scheduling/podInfo';
import type { ClusterNode, ClusterPod } from './cluster';
import { unplaced } from './placePods';
import { once } from '../once';

type Allocatable = Readonly<Record<'cpu' | 'memory' | 'pods', number>>;

/** What the pods on each node request of what it has to give, in the order of the nodes. */
export function usageOf(nodes: readonly ClusterNode[], pods: readonly ClusterPod[], nodeOf: ReadonlyMap<string, string>): readonly NodeUsage[] {
  const sums = new Map(nodes.map(({ name }) => [name, { cpu: 0, memory: 0, pods: 0 }]));
  for (const pod of pods) {
    const sum = sums.get(nodeOf.get(pod.key) ?? '');
    if (sum === undefined) continue;
    const { requests } = podInfoOf(unplaced(pod));
    sum.cpu += requests.milliCpu;
    sum.memory += requests.memory;
    sum.pods += 1;
  }
  return nodes.map(({ name, object }) => {
    const allocatable = allocatableOf(object);
    const { cpu = 0, memory = 0, pods: count = 0 } = sums.get(name) ?? {};
    return {
      node: name,
      cpu: { requested: cpu, allocatable: allocatable.cpu },
      memory: { requested: memory, allocatable: allocatable.memory },
      pods: { requested: count, allocatable: allocatable.pods },
    };
  });
}

/** What one pod of each workload requests, in the order of its first pod. */
export function requestsByWorkload(pods: readonly ClusterPod[]): readonly WorkloadRequests[] {
  const requests = new Map<string, WorkloadRequests>();
  for (const pod of pods) {
    if (requests.has(pod.workload)) continue;
    const { milliCpu, memory } = podInfoOf(unplaced(pod)).requests;
    requests.set(pod.workload, { workload: pod.workload, cpu: milliCpu, memory });
  }
  return [...requests.values()];
}

const allocatableOf = once((node: Node): Allocatable => {
  const each = amounts(node.status.allocatable);
  return { cpu: each.get('cpu') ?? 0, memory: each.get('memory') ?? 0, pods: each.get('pods') ?? 0 };
});
