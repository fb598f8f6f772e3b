import type { Edit } from '../../design/edit';
import { entitiesOf } from '../../design/tree';
import type { Context } from '../context';
import type { ProposedFix, Rule } from '../finding';
import { lackingCapacity } from '../lackingCapacity';
import { links } from '../links';

/** After a zone's loss pods wait because the nodes left are too small for them. */
export const capacityNMinusOne: Rule = {
  code: 'capacity-n-minus-one',
  severity: 'warning',
  link: links.staticStability,
  find: (context) => {
    const short = context.zoneLosses
      .map((loss) => ({ zone: loss.row.zones[0] ?? '', pods: lackingCapacity(context, loss) }))
      .filter(({ pods }) => pods.length > 0);
    const worst = [...short].sort((a, b) => b.pods.length - a.pods.length)[0];
    if (worst === undefined) return [];
    const concerned = new Set(short.flatMap(({ pods }) => pods.map(({ workload }) => workload)));
    return [
      {
        entities: entitiesOf(context.design, 'workload').map((workload) => workload.id).filter((id) => concerned.has(id)),
        message: (say) => say.capacityNMinusOne({ zones: short.map(({ zone }) => zone), pods: worst.pods.length, zone: worst.zone }),
        fixes: oneMoreEach(context),
      },
    ];
  },
};

function oneMoreEach(context: Context): readonly ProposedFix[] {
  const groups = entitiesOf(context.design, 'autoScalingGroup');
  const edits = groups.map((group): Edit => {
    const { instancesPerZone } = group;
    const more = group.zones.length;
    const fields = {
      desired: group.desired + more,
      max: Math.max(group.max, group.desired + more),
      ...(instancesPerZone === undefined ? {} : { instancesPerZone: Object.fromEntries(group.zones.map((zone) => [zone, (instancesPerZone[zone] ?? 0) + 1])) }),
    };
    return { type: 'set', id: group.id, fields };
  });
  return edits.length === 0 ? [] : [{ id: 'one-more-each', label: (say) => say.oneMoreEach({ groups: groups.length }), edit: { type: 'all', edits } }];
}
