import type { Rule } from '../finding';
import { links } from '../links';

/** One NAT gateway for several zones: its zone's loss cuts all of them off, and their traffic to it crosses zones. */
export const singleNat: Rule = {
  code: 'single-nat',
  severity: 'warning',
  link: links.nat,
  find: ({ design, workerZones }) => {
    if (design.settings.nat !== 'single' || workerZones.length < 2) return [];
    return [
      {
        entities: [],
        message: (say) => say.singleNat({ zones: workerZones.length }),
        fixes: [{ id: 'nat-per-zone', label: (say) => say.natPerZone(), edit: { type: 'settings', fields: { nat: 'per-zone' } } }],
      },
    ];
  },
};
