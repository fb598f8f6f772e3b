import { entitiesOf } from '../../design/tree';
import type { Rule } from '../finding';
import { lackingCapacity } from '../lackingCapacity';
import { links } from '../links';

/** The autoscaler is there to make up for a lost zone, but every group that is left is at its maximum. */
export const groupsAtMax: Rule = {
  code: 'groups-at-max',
  severity: 'warning',
  link: links.clusterAutoscaler,
  find: (context) => {
    const { design, zones } = context;
    if (design.settings.addons.clusterAutoscaler === undefined) return [];
    const groups = entitiesOf(design, 'autoScalingGroup');
    const stuck = context.zoneLosses.flatMap((loss) => {
      const pods = lackingCapacity(context, loss).length;
      const left = groups.filter((group) => group.zones.some((id) => zones.some((zone) => zone.id === id && !loss.loss.deadZones.has(zone.name))));
      if (pods === 0 || left.length === 0 || left.some((group) => group.desired < group.max)) return [];
      return [{ zone: loss.row.zones[0] ?? '', pods, left }];
    });
    const [first] = stuck;
    if (first === undefined) return [];
    const concerned = groups.filter((group) => stuck.some(({ left }) => left.includes(group)));
    return [
      {
        entities: concerned.map(({ id }) => id),
        message: (say) => say.groupsAtMax({ zones: stuck.map(({ zone }) => zone), groups: concerned.map(({ id }) => id), pods: Math.max(...stuck.map(({ pods }) => pods)) }),
        fixes: [
          {
            id: 'raise-max',
            label: (say) => say.raiseMax({ groups: concerned.length }),
            edit: { type: 'all', edits: concerned.map((group) => ({ type: 'set', id: group.id, fields: { max: group.max + Math.max(1, Math.ceil(group.desired / 2)) } })) },
          },
        ],
      },
    ];
  },
};
