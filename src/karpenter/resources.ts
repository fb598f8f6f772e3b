import type { PodRequests } from '../kubernetes/podRequests';

/** Amounts by resource: millicores of cpu, whole units of everything else; `pods` counts them. */
export type Resources = ReadonlyMap<string, number>;

const known = new WeakMap<PodRequests, Resources>();

/** What one pod asks; the same object for the pods of a workload. */
export function resourcesOf(requests: PodRequests): Resources {
  let resources = known.get(requests);
  if (resources === undefined) {
    const { milliCpu, memory, ephemeralStorage, scalars } = requests;
    resources = new Map([['cpu', milliCpu], ['memory', memory], ['ephemeral-storage', ephemeralStorage], ['pods', 1], ...scalars.map(({ resource, value }) => [resource, value] as const)]);
    known.set(requests, resources);
  }
  return resources;
}

export function sum(...all: readonly Resources[]): Resources {
  const total = new Map<string, number>();
  for (const resources of all) for (const [resource, amount] of resources) total.set(resource, (total.get(resource) ?? 0) + amount);
  return total;
}

/** Whether there is room for more beside what is there already; what does not exist at all does not fit. */
export function fits(more: Resources, allocatable: Resources, ...there: readonly Resources[]): boolean {
  for (const [resource, amount] of more) {
    let total = amount;
    for (const resources of there) total += resources.get(resource) ?? 0;
    if (total > (allocatable.get(resource) ?? 0)) return false;
  }
  return true;
}
