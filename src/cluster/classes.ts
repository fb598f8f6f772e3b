import type { Workload } from '../design/schema';
import type { PriorityClass, ResourceList, RuntimeClass } from '../kubernetes/objects';
import { isResourceName, sorted } from './containers';
import { templateHash } from './hash';
import type { Note } from './notes';

/** The PriorityClass that a workload's priority and preemption policy need; undefined where the API's defaults do. */
export function priorityClassOf(workload: Workload): PriorityClass | undefined {
  const { priority, preemptionPolicy } = workload;
  if (priority === 0 && preemptionPolicy === 'PreemptLowerPriority') return undefined;
  const number = priority < 0 ? `minus-${-priority}` : String(priority);
  return {
    apiVersion: 'scheduling.k8s.io/v1',
    kind: 'PriorityClass',
    metadata: { name: `priority-${number}${preemptionPolicy === 'Never' ? '-never' : ''}` },
    value: priority,
    preemptionPolicy,
  };
}

/** The RuntimeClass that a pod's overhead comes from. `notes` gets what the API does not take. */
export function runtimeClassOf(workload: Workload, notes: Note[]): RuntimeClass | undefined {
  const podFixed: Record<string, string> = {};
  for (const [name, quantity] of sorted(workload.overhead)) {
    if (isResourceName(name)) podFixed[name] = quantity;
    else notes.push((say) => say.overheadResource(workload, name));
  }
  if (Object.keys(podFixed).length === 0) return undefined;
  return {
    apiVersion: 'node.k8s.io/v1',
    kind: 'RuntimeClass',
    metadata: { name: `overhead-${templateHash(overheadText(podFixed))}` },
    handler: 'runc',
    overhead: { podFixed },
  };
}

function overheadText(overhead: ResourceList): string {
  return sorted(overhead)
    .map(([name, quantity]) => `${name}=${quantity}`)
    .join(' ');
}

/** One object for each name, in byte order of the names. */
export function uniqueByName<T extends { readonly metadata: { readonly name: string } }>(objects: readonly T[]): readonly T[] {
  const byName = new Map(objects.map((object) => [object.metadata.name, object]));
  return [...byName.values()].sort((a, b) => (a.metadata.name < b.metadata.name ? -1 : 1));
}
