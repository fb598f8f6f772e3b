import { entitiesOf } from '../../design/tree';
import { instancesPerZone, total } from '../../scaling/autoScalingGroup';
import type { Rule } from '../finding';
import { links } from '../links';

/** A balanced-only group keeps trying in the zone that died: what ran there is launched nowhere else. */
export const balancedOnlyZoneLoss: Rule = {
  code: 'balanced-only-zone-loss',
  severity: 'warning',
  link: links.zoneDistribution,
  find: ({ design, zones, zoneNames }) => {
    const drawn = entitiesOf(design, 'zone');
    return entitiesOf(design, 'autoScalingGroup').flatMap((group) => {
      if (group.distribution !== 'balanced-only') return [];
      const instances = instancesPerZone(group, drawn);
      const fullest = zones.map(({ id }) => id).sort((a, b) => (instances.get(b) ?? 0) - (instances.get(a) ?? 0))[0] ?? '';
      const lost = instances.get(fullest) ?? 0;
      const of = total(instances);
      // All of a group's instances in one zone: no other zone is there to take them over.
      if (lost === 0 || group.zones.length < 2) return [];
      return [
        {
          entities: [group.id],
          message: (say) => say.balancedOnlyZoneLoss({ group: group.id, zone: zoneNames([fullest])[0] ?? fullest, lost, of }),
          fixes: [{ id: 'best-effort', label: (say) => say.bestEffort({ group: group.id }), edit: { type: 'set', id: group.id, fields: { distribution: 'balanced-best-effort' } } }],
        },
      ];
    });
  },
};
