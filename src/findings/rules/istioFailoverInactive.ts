import { entitiesOf } from '../../design/tree';
import type { ServiceEntity } from '../../design/schema';
import type { Rule } from '../finding';
import { istioSettingOf } from '../istioSetting';
import { links } from '../links';

/** Without outlier detection istiod makes no levels of priority, but for a Service whose own traffic distribution asks for them. */
export const istioFailoverInactive: Rule = {
  code: 'istio-failover-inactive',
  severity: 'warning',
  link: links.istioFailover,
  find: ({ design }) => {
    const { istio } = design.settings.addons;
    const settingOf = istioSettingOf(design);
    if (istio === undefined || settingOf === undefined) return [];
    const inactive = (service: ServiceEntity | null) => {
      const { setting, enableFailover } = settingOf(service);
      return !enableFailover && (setting?.distribute ?? []).length === 0;
    };
    const services = entitiesOf(design, 'service');
    const concerned = services.filter(inactive);
    if (services.length === 0 ? !inactive(null) : concerned.length === 0) return [];
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
