import type { Design, Workload } from '#engine/design/schema';
import type { PlacedPod } from '#engine/evaluation';
import type { Node } from '#engine/kubernetes/objects';
import { quantityMilliValue, quantityValue } from '#engine/kubernetes/quantity';

interface Requests {
  readonly milliCpu: number;
  readonly bytes: number;
}

const known = new WeakMap<Workload, Requests>();

/** What a pod of a workload requests: its containers together. */
export function requestsOf(workload: Workload): Requests {
  let requests = known.get(workload);
  if (requests === undefined) {
    let milliCpu = 0;
    let bytes = 0;
    for (const container of [...workload.containers, ...workload.initContainers.filter((each) => each.sidecar)]) {
      milliCpu += quantityMilliValue(container.requests['cpu'] ?? container.limits['cpu']);
      bytes += quantityValue(container.requests['memory'] ?? container.limits['memory']);
    }
    requests = { milliCpu, bytes };
    known.set(workload, requests);
  }
  return requests;
}

/** The fuller of CPU and memory: requests over allocatable, 0 to 1 (and above where pins overfill a node). */
export function nodeUsage(node: Node | undefined, pods: readonly PlacedPod[], entities: Design['entities']): number {
  if (node === undefined || pods.length === 0) return 0;
  const workloads = workloadsById(entities);
  let milliCpu = 0;
  let bytes = 0;
  for (const pod of pods) {
    const workload = workloads.get(pod.workload);
    if (workload === undefined) continue;
    const requests = requestsOf(workload);
    milliCpu += requests.milliCpu;
    bytes += requests.bytes;
  }
  const cpu = quantityMilliValue(node.status.allocatable?.['cpu']);
  const memory = quantityValue(node.status.allocatable?.['memory']);
  return Math.max(cpu === 0 ? 0 : milliCpu / cpu, memory === 0 ? 0 : bytes / memory);
}

const indexes = new WeakMap<Design['entities'], ReadonlyMap<string, Workload>>();

function workloadsById(entities: Design['entities']): ReadonlyMap<string, Workload> {
  let index = indexes.get(entities);
  if (index === undefined) {
    index = new Map(entities.flatMap((entity) => (entity.kind === 'workload' ? [[entity.id, entity] as const] : [])));
    indexes.set(entities, index);
  }
  return index;
}
