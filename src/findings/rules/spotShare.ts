import { entitiesOf } from '../../design/tree';
import type { Rule } from '../finding';
import { links } from '../links';

export const spotShare: Rule = {
  code: 'spot-share',
  severity: 'info',
  link: links.spot,
  find: ({ design }) =>
    entitiesOf(design, 'autoScalingGroup')
      .filter((group) => group.onDemandShare < 1)
      .map((group) => ({
        entities: [group.id],
        message: (say) => say.spotShare({ group: group.id, share: 1 - group.onDemandShare }),
      })),
};
