import { entitiesOf } from '../../design/tree';
import { designRule } from '../../istio/designRule';
import { effectiveSetting } from '../../istio/effectiveSetting';
import { serviceRules } from '../../routing/liveService';
import type { Rule } from '../finding';
import { links } from '../links';

/** Without outlier detection istiod makes no levels of priority, but for a Service whose own traffic distribution asks for them. */
export const istioFailoverInactive: Rule = {
  code: 'istio-failover-inactive',
  severity: 'warning',
  link: links.istioFailover,
  find: ({ design }) => {
    const { istio } = design.settings.addons;
    const policy = designRule(design)?.spec.trafficPolicy;
    if (istio === undefined || policy === undefined) return [];
    const inactive = (distribution: Parameters<typeof effectiveSetting>[1]) => {
      const { setting, enableFailover } = effectiveSetting(policy, distribution);
      return !enableFailover && (setting?.distribute ?? []).length === 0;
    };
    const services = entitiesOf(design, 'service');
    const minor = Number(design.settings.kubernetesVersion.split('.')[1]);
    const concerned = services.filter((service) => inactive(serviceRules(service, minor).distribution ?? undefined));
    if (services.length === 0 ? !inactive(undefined) : concerned.length === 0) return [];
    return [
      {
        entities: concerned.map(({ id }) => id),
        message: (say) => say.istioFailoverInactive(),
        fixes: [
          {
            id: 'outlier-detection',
            label: (say) => say.outlierDetection(),
            edit: { type: 'settings', fields: { addons: { ...design.settings.addons, istio: { ...istio, outlierDetection: true } } } },
          },
        ],
      },
    ];
  },
};
