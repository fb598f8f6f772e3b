import type { Container, Pod, ResourceList } from './objects';
import { quantityMilliValue, quantityValue } from './quantity';

/** What a pod asks of a node: CPU in millicores, memory and ephemeral storage in bytes, the rest in whole units. */
export interface PodRequests {
  readonly milliCpu: number;
  readonly memory: number;
  readonly ephemeralStorage: number;
  /** Extended resources and huge pages, in byte order of their names; zero requests included. */
  readonly scalars: readonly ScalarRequest[];
  /** As scoring by allocation counts it: a container without a CPU or memory request stands for 100m or 200Mi. */
  readonly nonZeroMilliCpu: number;
  readonly nonZeroMemory: number;
  /** The same for a pod that is yet to be placed: 1.34's LeastAllocated score overlooks its pod-level requests. */
  readonly scoredMilliCpu: number;
  readonly scoredMemory: number;
}

interface ScalarRequest {
  readonly resource: string;
  readonly value: number;
}

const DEFAULT_MILLI_CPU = 100;
const DEFAULT_MEMORY = 200 * 1024 * 1024;

type Amounts = Map<string, number>;

/**
 * A pod's requests: containers and sidecars together, or the largest init step if that is more; pod-level requests in
 * their place; overhead on top. A pod already on a node counts what it was allocated, if that is more.
 * Source: kubernetes/component-helpers resource/helpers.go.
 */
export function podRequests(pod: Pod): PodRequests {
  const plain = aggregate(pod, NO_AMOUNTS);
  const podLevel = Object.keys(pod.spec.resources?.requests ?? {}).some(isPodLevelResource);
  // With pod-level requests, only what no level asks is filled in.
  const nonZero = aggregate(pod, podLevel ? new Map([...FILLERS].filter(([resource]) => !plain.has(resource))) : FILLERS);
  const scored = podLevel ? aggregate({ ...pod, spec: { ...pod.spec, resources: {} } }, FILLERS) : nonZero;
  const scalars = [...plain]
    .filter(([resource]) => isScalarResource(resource))
    .map(([resource, value]) => ({ resource, value }))
    .sort((a, b) => (a.resource < b.resource ? -1 : 1));
  return {
    milliCpu: plain.get('cpu') ?? 0,
    memory: plain.get('memory') ?? 0,
    ephemeralStorage: plain.get('ephemeral-storage') ?? 0,
    scalars,
    nonZeroMilliCpu: nonZero.get('cpu') ?? 0,
    nonZeroMemory: nonZero.get('memory') ?? 0,
    scoredMilliCpu: scored.get('cpu') ?? 0,
    scoredMemory: scored.get('memory') ?? 0,
  };
}

const NO_AMOUNTS: ReadonlyMap<string, number> = new Map();

/** What a container without a request counts for. */
const FILLERS: ReadonlyMap<string, number> = new Map([
  ['cpu', DEFAULT_MILLI_CPU],
  ['memory', DEFAULT_MEMORY],
]);

function isPodLevelResource(name: string): boolean {
  return name === 'cpu' || name === 'memory' || name.startsWith('hugepages-');
}

function aggregate(pod: Pod, missing: ReadonlyMap<string, number>): Amounts {
  const total: Amounts = new Map();
  for (const container of pod.spec.containers ?? []) add(total, containerRequests(pod, container, missing));
  const sidecars: Amounts = new Map();
  const init: Amounts = new Map();
  for (const container of pod.spec.initContainers ?? []) {
    const requests = containerRequests(pod, container, missing);
    if (container.restartPolicy === 'Always') {
      add(total, requests);
      add(sidecars, requests);
      raise(init, sidecars);
    } else {
      add(requests, sidecars);
      raise(init, requests);
    }
  }
  raise(total, init);
  const podLevel = amounts(pod.spec.resources?.requests);
  for (const [resource, amount] of podLevel) {
    if (isPodLevelResource(resource)) total.set(resource, amount);
  }
  add(total, amounts(pod.spec.overhead));
  return total;
}

function containerRequests(pod: Pod, container: Container, missing: ReadonlyMap<string, number>): Amounts {
  // The API server fills requests from limits; manifests that have not met it yet lack them.
  const requests = amounts({ ...container.resources?.limits, ...container.resources?.requests });
  const status = [...(pod.status?.containerStatuses ?? []), ...(pod.status?.initContainerStatuses ?? [])].find(({ name }) => name === container.name);
  if (status?.resources !== undefined) {
    const infeasible = pod.status?.conditions?.some(({ type, reason }) => type === 'PodResizePending' && reason === 'Infeasible') ?? false;
    if (infeasible) requests.clear();
    raise(requests, amounts(status.resources.requests));
    raise(requests, amounts(status.allocatedResources));
  }
  for (const [resource, amount] of missing) if (!requests.has(resource)) requests.set(resource, amount);
  return requests;
}

/** Millicores of cpu, whole units of everything else. */
export function amounts(list: ResourceList | undefined): Amounts {
  const result: Amounts = new Map();
  for (const [resource, text] of Object.entries(list ?? {})) {
    result.set(resource, resource === 'cpu' ? quantityMilliValue(text) : quantityValue(text));
  }
  return result;
}

function add(to: Amounts, from: Amounts): void {
  for (const [resource, amount] of from) to.set(resource, (to.get(resource) ?? 0) + amount);
}

function raise(to: Amounts, from: Amounts): void {
  for (const [resource, amount] of from) if (amount > (to.get(resource) ?? -1)) to.set(resource, amount);
}

/** Whether the scheduler counts a resource by name. Source: kubernetes/kubernetes pkg/apis/core/v1/helper/helpers.go. */
export function isScalarResource(name: string): boolean {
  const native = !name.includes('/') || name.includes('kubernetes.io/');
  if (native) return name.startsWith('hugepages-') || name.startsWith('attachable-volumes-') || name.includes('kubernetes.io/');
  return !name.startsWith('requests.');
}
