import type { ClusterHealth } from './clusterHealth';
import type { NodeGroup } from './nodeGroup';
import type { CoresAndMemory } from './resourceLimits';
import { coresAndMemory } from './resourceLimits';
import type { Template } from './templates';

export interface ValidGroups {
  readonly valid: readonly NodeGroup[];
  /** Why the others take no part, not even as a similar group. */
  readonly skipped: ReadonlyMap<string, readonly string[]>;
}

/** Source: kubernetes/autoscaler cluster-autoscaler/core/scaleup/orchestrator/orchestrator.go, filterValidScaleUpNodeGroups. */
export function validGroups(groups: readonly NodeGroup[], templates: ReadonlyMap<string, Template>, health: ClusterHealth, left: CoresAndMemory, backedOff: ReadonlySet<string>): ValidGroups {
  const skipped = new Map<string, readonly string[]>();
  for (const group of groups) {
    const reason = reasonToSkip(group, templates.get(group.id), health, left, backedOff);
    if (reason !== null) skipped.set(group.id, [reason]);
  }
  return { valid: groups.filter(({ id }) => !skipped.has(id)), skipped };
}

function reasonToSkip(group: NodeGroup, template: Template | undefined, health: ClusterHealth, left: CoresAndMemory, backedOff: ReadonlySet<string>): string | null {
  if (!health.isGroupHealthy(group)) return 'not ready for scale-up';
  if (backedOff.has(group.id)) return 'in backoff after failed scale-up';
  if (group.target >= group.max) return 'max node group size reached';
  if (template === undefined) return 'not ready for scale-up';
  const each = coresAndMemory(template.node);
  const exceeded = (['cpu', 'memory'] as const).filter((resource) => each[resource] > left[resource]);
  return exceeded.length === 0 ? null : `max cluster ${exceeded.join(', ')} limit reached`;
}
