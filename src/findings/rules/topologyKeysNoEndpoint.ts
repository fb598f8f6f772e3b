import { entitiesOf } from '../../design/tree';
import type { Rule } from '../finding';
import { links } from '../links';

/** Callers for whom no key matches find no endpoint at all. */
export const topologyKeysNoEndpoint: Rule = {
  code: 'topology-keys-no-endpoint',
  severity: 'error',
  link: links.trafficDistribution,
  find: ({ design, traffic }) =>
    entitiesOf(design, 'service').flatMap((service) => {
      const { topology } = service;
      const dropped = traffic.services.find((candidate) => candidate.service === service.id)?.dropped ?? 0;
      if (topology.mode !== 'topologyKeys' || design.settings.kubernetesVersion !== '1.21') return [];
      if (dropped <= 0 || topology.topologyKeys.includes('*')) return [];
      return [
        {
          entities: [service.id],
          message: (say) => say.topologyKeysNoEndpoint({ service: service.name, dropped, keys: topology.topologyKeys }),
          fixes: [
            {
              id: 'fall-back-to-any',
              label: (say) => say.fallBackToAny({ service: service.name }),
              edit: {
                type: 'set',
                id: service.id,
                fields: { topology: { mode: 'topologyKeys', topologyKeys: [...topology.topologyKeys.slice(0, 15), '*'] } },
              },
            },
          ],
        },
      ];
    }),
};
