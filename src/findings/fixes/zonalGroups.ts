import type { AutoScalingGroup } from '../../design/schema';
import type { Context } from '../context';
import type { ProposedFix } from '../finding';
import { freeIdLike } from './freeId';

/** One group for each zone in place of one over several; sizes are divided, the remainder goes to the first zones. */
export function zonalGroups(context: Context, group: AutoScalingGroup): ProposedFix {
  const { instancesPerZone, ...common } = group;
  const groups = group.zones.map((zone, i): AutoScalingGroup => {
    const part = (total: number) => Math.floor(total / group.zones.length) + (i < total % group.zones.length ? 1 : 0);
    const desired = instancesPerZone === undefined ? part(group.desired) : (instancesPerZone[zone] ?? 0);
    const letter = context.zones.find(({ id }) => id === zone)?.letter ?? zone;
    return {
      ...common,
      id: freeIdLike(context.design, `${group.id.slice(0, 48)}-${letter}`),
      zones: [zone],
      min: Math.min(part(group.min), desired),
      desired,
      max: Math.max(part(group.max), desired),
    };
  });
  return {
    id: 'zonal-groups',
    label: (say) => say.zonalGroups({ group: group.id, count: groups.length }),
    edit: { type: 'all', edits: [{ type: 'remove', ids: [group.id] }, { type: 'add', entities: groups, links: [] }] },
  };
}
