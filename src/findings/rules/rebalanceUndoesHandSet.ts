import { entitiesOf, zonesOf } from '../../design/tree';
import { instancesPerZone } from '../../scaling/autoScalingGroup';
import { rebalance } from '../../scaling/rebalance';
import type { Rule } from '../finding';
import { links } from '../links';

/** Instances per zone are set by hand, unevenly, and AZRebalance is there to even them out. */
export const rebalanceUndoesHandSet: Rule = {
  code: 'az-rebalance-undoes-hand-set',
  severity: 'warning',
  link: links.autoScaling,
  find: ({ design, zoneNames }) => {
    const zones = zonesOf(design);
    return entitiesOf(design, 'autoScalingGroup').flatMap((group) => {
      if (!group.azRebalance || group.instancesPerZone === undefined) return [];
      const instances = instancesPerZone(group, zones);
      const moved = rebalance(instances, { max: group.max, closed: new Set(), own: undefined }).flatMap(({ terminated }) => [...terminated.values()]);
      if (moved.length === 0) return [];
      const byZone = [...instances].map(([zone, count]) => `${zoneNames([zone])[0] ?? zone}: ${count}`);
      return [
        {
          entities: [group.id],
          message: (say) => say.rebalanceUndoesHandSet({ group: group.id, byZone, moved: moved.reduce((sum, count) => sum + count, 0) }),
          fixes: [{ id: 'suspend-az-rebalance', label: (say) => say.suspendAzRebalance(), edit: { type: 'set', id: group.id, fields: { azRebalance: false } } }],
        },
      ];
    });
  },
};
