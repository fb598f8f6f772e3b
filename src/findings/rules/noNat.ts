import { internet } from '../../design/internet';
import { entitiesOf } from '../../design/tree';
import type { Rule } from '../finding';
import { links } from '../links';

/** Workloads call the internet, and nothing takes their requests there. */
export const noNat: Rule = {
  code: 'no-nat',
  severity: 'warning',
  link: links.nat,
  find: ({ design }) => {
    const workloads = entitiesOf(design, 'workload').filter(({ id }) => design.links.some((link) => link.from === id && link.to === internet));
    if (design.settings.nat !== 'none' || workloads.length === 0) return [];
    return [
      {
        entities: workloads.map(({ id }) => id),
        message: (say) => say.noNat({ workloads: workloads.map(({ name }) => name) }),
        fixes: [{ id: 'nat-per-zone', label: (say) => say.natPerZone(), edit: { type: 'settings', fields: { nat: 'per-zone' } } }],
      },
    ];
  },
};
