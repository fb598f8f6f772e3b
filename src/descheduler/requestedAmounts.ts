import type { PodSpec } from '../kubernetes/objects';
import type { PodRequests } from '../kubernetes/podRequests';

/** What a pod requests by resource: a resource that it does not name is absent, one that it names with 0 is there. */
export function requestedAmounts(spec: PodSpec, requests: PodRequests): ReadonlyMap<string, number> {
  const named = new Set<string>();
  const lists = [...(spec.containers ?? []), ...(spec.initContainers ?? []), spec].flatMap(({ resources }) => [resources?.requests, resources?.limits]);
  for (const list of [...lists, spec.overhead]) for (const resource of Object.keys(list ?? {})) named.add(resource);
  const result = new Map<string, number>();
  if (named.has('cpu') || requests.milliCpu > 0) result.set('cpu', requests.milliCpu);
  if (named.has('memory') || requests.memory > 0) result.set('memory', requests.memory);
  if (named.has('ephemeral-storage') || requests.ephemeralStorage > 0) result.set('ephemeral-storage', requests.ephemeralStorage);
  for (const { resource, value } of requests.scalars) result.set(resource, value);
  return result;
}
