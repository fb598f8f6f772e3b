import { entitiesOf } from '../../design/tree';
import type { Rule } from '../finding';
import { links } from '../links';
import { targetZones } from '../targets';

/** Without cross-zone load balancing an enabled zone with no target falls out of DNS: it is enabled for nothing. */
export const loadBalancerZoneWithoutTargets: Rule = {
  code: 'load-balancer-zone-without-targets',
  severity: 'warning',
  link: links.loadBalancerZones,
  find: (context) =>
    entitiesOf(context.design, 'loadBalancer').flatMap((balancer) => {
      const targets = targetZones(context, balancer);
      const empty = context.zoneNames(balancer.zones).filter((zone) => !targets.has(zone));
      if (balancer.crossZone || targets.size === 0 || empty.length === 0) return [];
      return [
        {
          entities: [balancer.id],
          message: (say) => say.loadBalancerZoneWithoutTargets({ loadBalancer: balancer.name || balancer.id, zones: empty }),
          fixes: [
            {
              id: 'cross-zone',
              label: (say) => say.crossZone(),
              edit: { type: 'set', id: balancer.id, fields: { crossZone: true } },
            },
          ],
        },
      ];
    }),
};
