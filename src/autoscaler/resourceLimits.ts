import type { Node } from '../kubernetes/objects';
import { quantityValue } from '../kubernetes/quantity';
import type { Result } from '../result';
import { err, ok } from '../result';
import type { NodeGroup } from './nodeGroup';
import { groupsByNode } from './nodeGroup';
import type { AutoscalerOptions } from './options';
import { isReadyAndSchedulable } from './readiness';
import type { Template } from './templates';

const GIB = 2 ** 30;

/** Cores, rounded up, and bytes. */
export interface CoresAndMemory {
  readonly cpu: number;
  readonly memory: number;
}

export function coresAndMemory({ status }: Node): CoresAndMemory {
  return { cpu: quantityValue(status.capacity?.['cpu']), memory: quantityValue(status.capacity?.['memory']) };
}

/**
 * What the limits of the whole cluster leave. One group without a template makes the sum, and so every scale-up, fail.
 * Source: kubernetes/autoscaler cluster-autoscaler/core/scaleup/resource/manager.go.
 */
export function resourcesLeft(groups: readonly NodeGroup[], templates: ReadonlyMap<string, Template>, nodes: readonly Node[], options: AutoscalerOptions): Result<CoresAndMemory, string> {
  let cpu = options.maxCoresTotal;
  let memory = options.maxMemoryTotalGiB * GIB;
  for (const { id, target } of groups) {
    const template = templates.get(id);
    if (template === undefined) return err(`could not compute total resources: No node info for: ${id}`);
    const each = coresAndMemory(template.node);
    cpu -= target * each.cpu;
    memory -= target * each.memory;
  }
  const grouped = groupsByNode(groups);
  for (const node of nodes) {
    if (grouped.has(node.metadata.name) || !isReadyAndSchedulable(node)) continue;
    const each = coresAndMemory(node);
    cpu -= each.cpu;
    memory -= each.memory;
  }
  return ok({ cpu: Math.max(0, cpu), memory: Math.max(0, memory) });
}

/** At most this many nodes of the kind, by the limits; the error says which leaves none. */
export function capByLimits(count: number, node: Node, left: CoresAndMemory): Result<number, string> {
  const each = coresAndMemory(node);
  let capped = count;
  for (const resource of ['cpu', 'memory'] as const) {
    if (capped * each[resource] <= left[resource]) continue;
    capped = Math.floor(left[resource] / each[resource]);
    if (capped < 1) return err(`cannot create any node; max limit for resource ${resource} reached`);
  }
  return ok(capped);
}
