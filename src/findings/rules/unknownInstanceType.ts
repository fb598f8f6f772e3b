import type { Rule } from '../finding';
import { links } from '../links';

/** Types that the region's sheet has no price for (or no facts at all): their cost is missing in the total. */
export const unknownInstanceType: Rule = {
  code: 'instance-type-not-offered',
  severity: 'warning',
  link: links.instanceTypes,
  find: ({ design, catalog }) => {
    const users = new Map<string, string[]>();
    for (const entity of design.entities) {
      const types = entity.kind === 'autoScalingGroup' ? entity.instanceTypes.slice(0, 1) : 'instanceType' in entity ? [entity.instanceType] : [];
      for (const type of types) users.set(type, [...(users.get(type) ?? []), entity.id]);
    }
    return [...users.keys()]
      .sort()
      .filter((type) => !catalog.instanceTypes.has(type) || catalog.prices.ec2(type) === null)
      .map((type) => ({
        entities: [...(users.get(type) ?? [])].sort(),
        message: (say) => say.unknownInstanceType({ type, region: catalog.region, known: catalog.instanceTypes.has(type) }),
      }));
  },
};
