import { designRule } from '../../istio/designRule';
import { validateDestinationRule } from '../../istio/validation';
import type { Rule } from '../finding';
import { links } from '../links';

/** With `distribute` there are no levels of priority: what goes to one zone only has nowhere else to go. */
export const istioDistributeBlocksFailover: Rule = {
  code: 'istio-distribute-blocks-failover',
  severity: 'warning',
  link: links.istioDistribute,
  find: ({ design }) => {
    const rule = designRule(design);
    if (rule === undefined || validateDestinationRule(rule).errors.length > 0) return [];
    const entries = rule.spec.trafficPolicy?.loadBalancer?.localityLbSetting?.distribute ?? [];
    return entries.flatMap(({ from, to }) => {
      const [only, another] = Object.keys(to).map(zoneOf);
      return only === undefined || another !== undefined ? [] : [{ entities: [], message: (say) => say.istioDistributeBlocksFailover({ from: zoneOf(from), to: only }) }];
    });
  },
};

function zoneOf(pattern: string): string {
  return pattern.split('/')[1] ?? pattern;
}
