import { entitiesOf } from '../../design/tree';
import type { Rule } from '../finding';
import { preferSameZone } from '../fixes/preferSameZone';
import { links } from '../links';

export const topologyKeysRemoved: Rule = {
  code: 'topology-keys-removed',
  severity: 'warning',
  link: links.trafficDistribution,
  find: ({ design }) =>
    entitiesOf(design, 'service')
      .filter((service) => service.topology.mode === 'topologyKeys')
      .map((service) => ({
        entities: [service.id],
        message: (say) => say.topologyKeysRemoved({ service: service.name, version: design.settings.kubernetesVersion }),
        fixes: [preferSameZone(service, design.settings.kubernetesVersion)],
      })),
};
