import { entitiesOf } from '../../design/tree';
import { OVERPROVISIONING_FACTOR } from '../../istio/envoy/priorityLoad';
import type { Rule } from '../finding';
import { istioSettingOf } from '../istioSetting';
import { links } from '../links';

/**
 * Since 1.31 istiod sends pods that are not ready as unhealthy endpoints, which count when Envoy works out how much of a zone
 * is healthy; before, they were left out and the ones left took everything. Source: istio PILOT_AUTO_SEND_UNHEALTHY_ENDPOINTS.
 */
export const istioNotReadyCounted: Rule = {
  code: 'istio-not-ready-counted',
  severity: 'info',
  link: links.istioFailover,
  find: ({ design, endpointsOf }) => {
    const settingOf = istioSettingOf(design);
    if (settingOf === undefined) return [];
    const concerned = entitiesOf(design, 'service').flatMap((service) => {
      const byZone = new Map<string, number>();
      for (const { zone } of endpointsOf(service.id)) byZone.set(zone, (byZone.get(zone) ?? 0) + 1);
      const [largest] = [...byZone].sort(([, a], [, b]) => b - a);
      if (largest === undefined || largest[1] < 2 || byZone.size < 2) return [];
      return settingOf(service).enableFailover ? [{ service, zone: largest[0], endpoints: largest[1] }] : [];
    });
    const [example] = concerned;
    if (example === undefined) return [];
    const { service, zone, endpoints } = example;
    const keeps = Math.floor(OVERPROVISIONING_FACTOR / endpoints);
    return [{ entities: concerned.map((each) => each.service.id), message: (say) => say.istioNotReadyCounted({ service: service.name, zone, endpoints, keeps }) }];
  },
};
