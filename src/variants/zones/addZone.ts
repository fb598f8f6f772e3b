import type { Catalog } from '../../catalog/catalog';
import type { Edit } from '../../design/edit';
import type { AutoScalingGroup, Design, Zone } from '../../design/schema';
import { entitiesOf, zonesOf } from '../../design/tree';
import { freeIdLike } from '../../findings/fixes/freeId';
import { alikeGroups, atLeast, countsOf, partOf, zoneOf } from './alikeGroups';

/**
 * The design with the region's next zone: what spans all zones spans it too, groups that have one alike in every zone get
 * one there, and the machines are dealt out anew. No instance more, unless a zone would be left without one. Databases and
 * clients stay where they are.
 */
export function addZone(design: Design, catalog: Catalog): Edit | null {
  const drawn = zonesOf(design);
  const letter = catalog.zones.find((each) => drawn.every((zone) => zone.letter !== each));
  if (letter === undefined) return null;
  const zone: Zone = { id: freeIdLike(design, `zone-${letter}`), kind: 'zone', letter };
  return { type: 'all', edits: [{ type: 'add', entities: [zone], links: [] }, ...movedMachines(design, drawn, zone), ...newGroups(design, drawn, zone), ...stretched(design, drawn, zone)] };
}

function movedMachines(design: Design, drawn: readonly Zone[], zone: Zone): readonly Edit[] {
  return (['controlPlaneNode', 'etcdNode', 'instance'] as const).flatMap((kind) => {
    const machinesIn = drawn.map(({ id }) => entitiesOf(design, kind).filter((machine) => machine.zone === id));
    const moved: Edit[] = [];
    for (;;) {
      const fullest = machinesIn.reduce((most, each) => (each.length > most.length ? each : most));
      if (fullest.length - moved.length < 2) return moved;
      const machine = fullest.pop();
      if (machine !== undefined) moved.push({ type: 'place', id: machine.id, zones: [zone.id] });
    }
  });
}

function newGroups(design: Design, drawn: readonly Zone[], zone: Zone): readonly Edit[] {
  return alikeGroups(design).flatMap((family): readonly Edit[] => {
    const [last] = family.slice(-1);
    if (last === undefined || drawn.some(({ id }) => family.every((group) => zoneOf(group) !== id))) return [];
    const count = family.length + 1;
    const all = atLeast(countsOf(family), count);
    const { instancesPerZone: _byHand, ...common } = last;
    const added: AutoScalingGroup = { ...common, id: freeIdLike(design, idIn(last, drawn, zone)), zones: [zone.id], ...partOf(all, family.length, count) };
    return [
      ...family.map((group, i): Edit => ({ type: 'set', id: group.id, fields: { ...partOf(all, i, count), ...(group.instancesPerZone === undefined ? {} : { instancesPerZone: undefined }) } })),
      { type: 'add', entities: [added], links: [] },
    ];
  });
}

/** `asg-b` becomes `asg-c`; what does not end in its zone's letter gets the new one. */
function idIn(group: AutoScalingGroup, drawn: readonly Zone[], { letter }: Zone): string {
  const own = `-${drawn.find(({ id }) => id === zoneOf(group))?.letter ?? ''}`;
  const stem = group.id.endsWith(own) ? group.id.slice(0, -own.length) : group.id.slice(0, 48);
  return `${stem}-${letter}`;
}

/** With one zone a thing is in that zone, not in all of them. */
function stretched(design: Design, drawn: readonly Zone[], zone: Zone): readonly Edit[] {
  const isInAll = (zones: readonly string[]) => drawn.every(({ id }) => zones.includes(id));
  const spans = drawn.length > 1;
  return [
    ...entitiesOf(design, 'autoScalingGroup')
      .filter(({ zones }) => spans && isInAll(zones))
      .flatMap((group): readonly Edit[] => {
        const zones = [...group.zones, zone.id];
        const { desired, max } = atLeast(group, zones.length);
        return [
          { type: 'place', id: group.id, zones },
          { type: 'set', id: group.id, fields: { desired, max } },
        ];
      }),
    ...[...entitiesOf(design, 'loadBalancer'), ...entitiesOf(design, 'fileSystem').filter(({ type }) => type === 'regional')]
      .filter(({ zones }) => isInAll(zones))
      .map(({ id, zones }): Edit => ({ type: 'place', id, zones: [...zones, zone.id] })),
    ...entitiesOf(design, 'storageClass')
      .filter(({ allowedZones }) => spans && isInAll(allowedZones))
      .map(({ id, allowedZones }): Edit => ({ type: 'set', id, fields: { allowedZones: [...allowedZones, zone.id] } })),
  ];
}
