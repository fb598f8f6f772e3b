import { entitiesOf } from '../../design/tree';
import type { KubernetesVersion } from '../../design/schema';
import type { Rule } from '../finding';
import { nearbyDistribution } from '../fixes/preferSameZone';
import { links } from '../links';

/** The first minor version that has each value on by default (beta). Source: KEP-4444, KEP-3015. */
const SINCE = { PreferClose: 31, PreferSameZone: 34, PreferSameNode: 34 } as const;

export const trafficDistributionVersion: Rule = {
  code: 'traffic-distribution-version',
  severity: 'warning',
  link: links.trafficDistribution,
  find: ({ design }) => {
    const version = design.settings.kubernetesVersion;
    return entitiesOf(design, 'service').flatMap((service) => {
      if (service.topology.mode !== 'trafficDistribution') return [];
      const value = service.topology.trafficDistribution;
      if (minor(version) >= SINCE[value]) return [];
      const instead = nearbyDistribution(version);
      return [
        {
          entities: [service.id],
          message: (say) => say.trafficDistributionVersion({ service: service.name, value, version, since: `1.${SINCE[value]}` }),
          fixes:
            instead === null
              ? []
              : [
                  {
                    id: 'use-prefer-close',
                    label: (say) => say.preferSameZone({ service: service.name, trafficDistribution: instead }),
                    edit: { type: 'set', id: service.id, fields: { topology: { mode: 'trafficDistribution', trafficDistribution: instead } } },
                  },
                ],
        },
      ];
    });
  },
};

function minor(version: KubernetesVersion): number {
  return Number(version.slice(2));
}
