import type { Rule } from '../finding';
import { links } from '../links';

export const zoneNotInRegion: Rule = {
  code: 'zone-not-in-region',
  severity: 'error',
  link: links.regions,
  find: ({ catalog, zones }) =>
    zones
      .filter((zone) => catalog.zones.length > 0 && !catalog.zones.includes(zone.letter))
      .map((zone) => ({
        entities: [zone.id],
        message: (say) => say.zoneNotInRegion({ zone: zone.name, region: catalog.region, letters: catalog.zones }),
      })),
};
