import { designRule } from '../../istio/designRule';
import { validateDestinationRule } from '../../istio/validation';
import type { Rule } from '../finding';
import { links } from '../links';

/** istiod refuses the DestinationRule that the settings come to, so that traffic flows as if there were none. */
export const istioRuleRejected: Rule = {
  code: 'istio-rule-rejected',
  severity: 'error',
  link: links.istioDistribute,
  find: ({ design }) => {
    const rule = designRule(design);
    const errors = rule === undefined ? [] : validateDestinationRule(rule).errors;
    return errors.map((reason) => ({ entities: [], message: (say) => say.istioRuleRejected({ reason }) }));
  },
};
