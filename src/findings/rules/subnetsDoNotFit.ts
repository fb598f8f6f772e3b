import { subnetPlan } from '../../design/network';
import type { Rule } from '../finding';
import { links } from '../links';

/** The subnets that are asked for are together larger than the VPC. */
export const subnetsDoNotFit: Rule = {
  code: 'subnets-do-not-fit',
  severity: 'warning',
  link: links.podAddresses,
  find: ({ design }) => {
    const plan = subnetPlan(design);
    if (design.settings.network.existing !== undefined || plan.fits) return [];
    return [
      {
        entities: [],
        message: (say) => say.subnetsDoNotFit({ vpc: plan.vpcCidr, privatePrefix: plan.privatePrefix, publicPrefix: plan.publicPrefix }),
      },
    ];
  },
};
