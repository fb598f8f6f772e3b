import { entitiesOf } from '../../design/tree';
import { targetTypeOf } from '../../routing/loadBalancer';
import type { Rule } from '../finding';
import { links } from '../links';
import { NOTICEABLE_SKEW } from '../noticeableSkew';

/** Without cross-zone load balancing each zone gets as much, so that a pod in a zone with few of them gets more. */
export const loadBalancerZoneSkew: Rule = {
  code: 'load-balancer-zone-skew',
  severity: 'warning',
  link: links.loadBalancerZones,
  find: ({ design, traffic }) =>
    entitiesOf(design, 'loadBalancer').flatMap((balancer) => {
      const served = traffic.services.find(({ service }) => service === balancer.service);
      if (balancer.crossZone || balancer.zones.length < 2 || targetTypeOf(balancer) !== 'ip' || served === undefined) return [];
      const { skew, podShares } = served;
      if (skew === null || skew < NOTICEABLE_SKEW) return [];
      const name = balancer.name || balancer.id;
      return [
        {
          entities: [balancer.id, served.service],
          message: (say) => say.loadBalancerZoneSkew({ loadBalancer: name, skew, largest: Math.max(...Object.values(podShares)) }),
          fixes: [
            {
              id: 'cross-zone-on',
              label: (say) => say.crossZoneOn({ loadBalancer: name }),
              edit: { type: 'set', id: balancer.id, fields: { crossZone: true } },
            },
          ],
        },
      ];
    }),
};
