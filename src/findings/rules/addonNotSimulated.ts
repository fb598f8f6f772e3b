import { entitiesOf } from '../../design/tree';
import type { Rule } from '../finding';
import { links } from '../links';

/** What the design switches on and this evaluation does not carry out: the numbers are those without it. */
export const addonNotSimulated: Rule = {
  code: 'addon-not-simulated',
  severity: 'info',
  link: links.clusterAutoscaler,
  find: ({ design }) => {
    const scaled = entitiesOf(design, 'workload').filter((workload) => workload.horizontalPodAutoscaler !== undefined);
    return scaled.length === 0 ? [] : [{ entities: scaled.map(({ id }) => id), message: (say) => say.addonNotSimulated({ names: ['HorizontalPodAutoscaler'] }) }];
  },
};
