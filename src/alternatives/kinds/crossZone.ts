import type { AlternativeKind } from '../alternative';

/** Whether each of a load balancer's nodes uses the targets of all zones, or of its own alone. */
export const crossZone: AlternativeKind = {
  field: 'load_balancing.cross_zone.enabled',
  propose: ({ balancers }) =>
    balancers
      .filter(({ zones }) => zones.length > 1)
      .map(({ id, name, crossZone: isOn }) => ({
        id: `crossZone=${id}/${isOn ? 'off' : 'on'}`,
        label: (say) => (isOn ? say.crossZoneOff : say.crossZoneOn)(name || id),
        edit: { type: 'set', id, fields: { crossZone: !isOn } },
      })),
};
