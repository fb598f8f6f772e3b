import { entitiesOf } from '../../design/tree';
import { designRule } from '../../istio/designRule';
import { effectiveSetting } from '../../istio/effectiveSetting';
import { serviceRules } from '../../routing/liveService';
import type { Rule } from '../finding';
import { links } from '../links';

/** Envoy's overprovisioning factor: a zone keeps all of its requests while 100 / 140 of its endpoints are healthy. */
const OVERPROVISIONING_PERCENT = 140;

/**
 * Since 1.31 istiod sends pods that are not ready as unhealthy endpoints, which count when Envoy works out how much of a zone
 * is healthy; before, they were left out and the ones left took everything. Source: istio PILOT_AUTO_SEND_UNHEALTHY_ENDPOINTS.
 */
export const istioNotReadyCounted: Rule = {
  code: 'istio-not-ready-counted',
  severity: 'info',
  link: links.istioFailover,
  find: ({ design, endpointsOf }) => {
    const policy = designRule(design)?.spec.trafficPolicy;
    if (design.settings.addons.istio === undefined || policy === undefined) return [];
    const minor = Number(design.settings.kubernetesVersion.split('.')[1]);
    const concerned = entitiesOf(design, 'service').flatMap((service) => {
      const byZone = new Map<string, number>();
      for (const { zone } of endpointsOf(service.id)) byZone.set(zone, (byZone.get(zone) ?? 0) + 1);
      const [largest] = [...byZone].sort(([, a], [, b]) => b - a);
      if (largest === undefined || largest[1] < 2 || byZone.size < 2) return [];
      return effectiveSetting(policy, serviceRules(service, minor).distribution ?? undefined).enableFailover ? [{ service, zone: largest[0], endpoints: largest[1] }] : [];
    });
    const [example] = concerned;
    if (example === undefined) return [];
    const { service, zone, endpoints } = example;
    const keeps = Math.floor(OVERPROVISIONING_PERCENT / endpoints);
    return [{ entities: concerned.map((each) => each.service.id), message: (say) => say.istioNotReadyCounted({ service: service.name, zone, endpoints, keeps }) }];
  },
};
