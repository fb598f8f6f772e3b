import { entitiesOf } from '../../design/tree';
import type { Rule } from '../finding';
import { links } from '../links';

/**
 * The cluster autoscaler copies a node of each group, or builds one from the group's launch template; one group for which
 * it can do neither ends every scale-up. Source: cluster-autoscaler core/scaleup/orchestrator, "No node info for".
 */
export const autoscalerWithoutTemplate: Rule = {
  code: 'autoscaler-without-template',
  severity: 'error',
  link: links.clusterAutoscalerFaq,
  find: ({ design, catalog, workers }) => {
    if (design.settings.addons.clusterAutoscaler === undefined) return [];
    return entitiesOf(design, 'autoScalingGroup')
      .filter((group) => !workers.some((node) => node.group === group.id) && !catalog.instanceTypes.has(group.instanceTypes[0] ?? ''))
      .map((group) => ({ entities: [group.id], message: (say) => say.autoscalerWithoutTemplate({ group: group.id, type: group.instanceTypes[0] ?? '' }) }));
  },
};
