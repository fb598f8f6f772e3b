import { entitiesOf } from '../../design/tree';
import type { Rule } from '../finding';
import { links } from '../links';
import { targetZones } from '../targets';

/** A target in a zone that the load balancer is not enabled in gets no traffic. */
export const loadBalancerZoneNotEnabled: Rule = {
  code: 'load-balancer-zone-not-enabled',
  severity: 'warning',
  link: links.loadBalancerZones,
  find: (context) =>
    entitiesOf(context.design, 'loadBalancer').flatMap((balancer) => {
      const targets = targetZones(context, balancer);
      const left = context.zones.filter((zone) => targets.has(zone.name) && !balancer.zones.includes(zone.id));
      if (left.length === 0 || balancer.zones.length === 1) return [];
      return [
        {
          entities: [balancer.id],
          message: (say) => say.loadBalancerZoneNotEnabled({ loadBalancer: balancer.name || balancer.id, zones: left.map((zone) => zone.name) }),
          fixes: [
            {
              id: 'enable-zones',
              label: (say) => say.enableZones({ zones: left.map((zone) => zone.name) }),
              edit: { type: 'place', id: balancer.id, zones: [...balancer.zones, ...left.map((zone) => zone.id)] },
            },
          ],
        },
      ];
    }),
};
