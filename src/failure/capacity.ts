import type { ClusterNode, ClusterPod } from '../cluster/cluster';
import { unplaced } from '../cluster/placePods';
import type { FailureRow } from '../evaluation';
import type { Node } from '../kubernetes/objects';
import { quantityMilliValue, quantityValue } from '../kubernetes/quantity';
import { podInfoOf } from '../scheduling/podInfo';
import { once } from '../once';

const MIB = 1024 * 1024;

interface Allocatable {
  readonly milliCpu: number;
  /** Bytes. */
  readonly memory: number;
}

/** A placement: each has nodes and pods of its own. */
interface Running {
  readonly nodes: readonly ClusterNode[];
  readonly pods: readonly ClusterPod[];
  readonly nodeOf: ReadonlyMap<string, string>;
}

/** Allocatable of the workers less the requests of the pods on them: millicores and whole MiB. */
export const capacityLeft = once(capacityOf, ({ nodeOf }) => nodeOf);

function capacityOf({ nodes, pods, nodeOf }: Running): FailureRow['capacity'] {
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

const allocatableOf = once((node: Node): Allocatable => {
  const { cpu, memory } = node.status.allocatable ?? {};
  return { milliCpu: quantityMilliValue(cpu), memory: quantityValue(memory) };
});
