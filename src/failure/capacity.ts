import type { ClusterNode, ClusterPod } from '../cluster/cluster';
import { unplaced } from '../cluster/placePods';
import type { FailureRow } from '../evaluation';
import type { Node } from '../kubernetes/objects';
import { quantityMilliValue, quantityValue } from '../kubernetes/quantity';
import { podInfoOf } from '../scheduling/podInfo';

const MIB = 1024 * 1024;

interface Allocatable {
  readonly milliCpu: number;
  /** Bytes. */
  readonly memory: number;
}

const known = new WeakMap<Node, Allocatable>();

/** Allocatable of the workers less the requests of the pods on them: millicores and whole MiB. */
export function capacityLeft(nodes: readonly ClusterNode[], pods: readonly ClusterPod[], nodeOf: ReadonlyMap<string, string>): FailureRow['capacity'] {
  let milliCpu = 0;
  let memory = 0;
  const workers = new Set<string>();
  for (const { name, role, object } of nodes) {
    if (role !== 'worker') continue;
    workers.add(name);
    const allocatable = allocatableOf(object);
    milliCpu += allocatable.milliCpu;
    memory += allocatable.memory;
  }
  for (const pod of pods) {
    if (!workers.has(nodeOf.get(pod.key) ?? '')) continue;
    const { requests } = podInfoOf(unplaced(pod));
    milliCpu -= requests.milliCpu;
    memory -= requests.memory;
  }
  return { cpuLeft: milliCpu, memoryLeft: Math.floor(memory / MIB) };
}

function allocatableOf(node: Node): Allocatable {
  let allocatable = known.get(node);
  if (allocatable === undefined) {
    const { cpu, memory } = node.status.allocatable ?? {};
    allocatable = { milliCpu: quantityMilliValue(cpu), memory: quantityValue(memory) };
    known.set(node, allocatable);
  }
  return allocatable;
}
