import { entitiesOf } from '../../design/tree';
import type { Rule } from '../finding';
import { links } from '../links';

/** The busiest pod gets at least half as much again as the mean. */
const OVERLOADING_SKEW = 1.5;

/** trafficDistribution keeps requests in their zone without asking whether that zone has enough endpoints. */
export const nearbyTrafficSkew: Rule = {
  code: 'nearby-traffic-skew',
  severity: 'warning',
  link: links.trafficDistribution,
  find: (context) =>
    entitiesOf(context.design, 'service').flatMap((service) => {
      const traffic = context.traffic.services.find((candidate) => candidate.service === service.id);
      const skew = traffic?.skew ?? null;
      if (service.topology.mode !== 'trafficDistribution' || traffic === undefined || skew === null || skew < OVERLOADING_SKEW) return [];
      const [pod, share] = Object.entries(traffic.podShares).reduce((most, next) => (next[1] > most[1] ? next : most), ['', 0]);
      return [{ entities: [service.id], message: (say) => say.nearbyTrafficSkew({ service: service.name, skew, pod, share }) }];
    }),
};
