import { entitiesOf } from '../../design/tree';
import type { Rule } from '../finding';
import { links } from '../links';

/** AZRebalance terminates instances without draining them, behind the autoscaler's back. */
export const azRebalanceWithAutoscaler: Rule = {
  code: 'az-rebalance-with-autoscaler',
  severity: 'warning',
  link: links.clusterAutoscaler,
  find: ({ design }) => {
    const groups = entitiesOf(design, 'autoScalingGroup').filter((group) => group.azRebalance && group.zones.length > 1);
    if (design.settings.addons.clusterAutoscaler === undefined || groups.length === 0) return [];
    const ids = groups.map((group) => group.id);
    return [
      {
        entities: ids,
        message: (say) => say.azRebalanceWithAutoscaler({ groups: ids }),
        fixes: [
          {
            id: 'suspend-az-rebalance',
            label: (say) => say.suspendAzRebalance(),
            edit: { type: 'all', edits: ids.map((id) => ({ type: 'set', id, fields: { azRebalance: false } })) },
          },
        ],
      },
    ];
  },
};
