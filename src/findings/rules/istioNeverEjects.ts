import { entitiesOf } from '../../design/tree';
import type { Rule } from '../finding';
import { links } from '../links';

/** Of Envoy's default maxEjectionPercent of 10 %, rounded down, nothing is left below 10 endpoints. Source: Envoy outlier_detection_impl.cc. */
const FEWEST_TO_EJECT_ONE = 10;

/** Outlier detection makes failover possible, yet puts no endpoint out. */
export const istioNeverEjects: Rule = {
  code: 'istio-never-ejects',
  severity: 'info',
  link: links.istioOutlierDetection,
  find: ({ design, endpointsOf }) => {
    if (design.settings.addons.istio?.outlierDetection !== true) return [];
    const few = entitiesOf(design, 'service').filter(({ id }) => {
      const endpoints = endpointsOf(id).length;
      return endpoints > 0 && endpoints < FEWEST_TO_EJECT_ONE;
    });
    return few.length === 0 ? [] : [{ entities: few.map(({ id }) => id), message: (say) => say.istioNeverEjects({ services: few.map(({ name }) => name) }) }];
  },
};
