import type { EntityInputOf, Instance } from '../../design/schema';
import { unusedId } from '../../design/unusedId';
import { entitiesOf } from '../../design/tree';
import type { Context } from '../context';
import type { ProposedFix, Rule } from '../finding';
import { links } from '../links';

export const instanceWithoutGroup: Rule = {
  code: 'instance-without-group',
  severity: 'warning',
  link: links.autoScaling,
  find: (context) => {
    const instances = entitiesOf(context.design, 'instance');
    if (instances.length === 0) return [];
    return [
      {
        entities: instances.map((instance) => instance.id),
        message: (say) => say.instanceWithoutGroup({ instances: instances.map((instance) => instance.id) }),
        fixes: [intoGroups(context, instances)],
      },
    ];
  },
};

/** The most that the field takes. */
const largestGroup = 5000;

/** A zonal group for each sort of instance in each zone, as large as what it replaces. */
function intoGroups(context: Context, instances: readonly Instance[]): ProposedFix {
  const sorts = new Map<string, Instance[]>();
  for (const instance of instances) {
    const { id: _, ...sort } = instance;
    const key = JSON.stringify(sort);
    sorts.set(key, [...(sorts.get(key) ?? []), instance]);
  }
  const groups: EntityInputOf<'autoScalingGroup'>[] = [];
  for (const alike of sorts.values()) {
    const [model] = alike;
    if (model === undefined) continue;
    groups.push({
      id: unusedId(context.design, 'asg', groups.map((group) => group.id)),
      kind: 'autoScalingGroup',
      zones: [model.zone],
      instanceTypes: [model.instanceType],
      min: Math.min(largestGroup, alike.length),
      desired: Math.min(largestGroup, alike.length),
      max: Math.min(largestGroup, alike.length + 1),
      labels: model.labels,
      taints: model.taints,
      rootVolumeGiB: model.rootVolumeGiB,
      eksManaged: context.quorum.managed,
    });
  }
  return {
    id: 'into-groups',
    label: (say) => say.intoGroups({ count: groups.length }),
    edit: {
      type: 'all',
      edits: [
        { type: 'remove', ids: instances.map((instance) => instance.id) },
        { type: 'add', entities: groups, links: [] },
      ],
    },
  };
}
