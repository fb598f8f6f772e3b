import { entitiesOf } from '../../design/tree';
import type { Rule } from '../finding';
import { links } from '../links';

/** A load balancer that is enabled in one zone only; an ALB cannot even be made so. */
export const loadBalancerOneZone: Rule = {
  code: 'load-balancer-one-zone',
  severity: 'warning',
  link: links.loadBalancerZones,
  find: (context) =>
    entitiesOf(context.design, 'loadBalancer')
      .filter((balancer) => balancer.zones.length === 1 && context.zones.length > 1)
      .map((balancer) => ({
        entities: [balancer.id],
        message: (say) =>
          say.loadBalancerOneZone({
            loadBalancer: balancer.name || balancer.id,
            zone: context.zoneNames(balancer.zones)[0] ?? '',
            alb: balancer.type === 'alb',
          }),
        fixes: [
          {
            id: 'enable-all-zones',
            label: (say) => say.enableZones({ zones: context.zones.map((zone) => zone.name) }),
            edit: { type: 'place', id: balancer.id, zones: context.zones.map((zone) => zone.id) },
          },
        ],
      })),
};
