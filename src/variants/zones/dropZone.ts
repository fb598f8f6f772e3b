import type { Edit } from '../../design/edit';
import type { AutoScalingGroup, Design, Zone } from '../../design/schema';
import { entitiesOf, zoneName, zonesOf } from '../../design/tree';
import { alikeGroups, countsOf, partOf, zoneOf } from './alikeGroups';

/**
 * The design without the last zone that it can do without. The machines of that zone move to the zone with the fewest of
 * their kind, the instances of its groups to the groups alike in other zones; a group that has none alike moves as a whole.
 */
export function dropZone(design: Design): Edit | null {
  const zone = zonesOf(design).findLast((each) => canDoWithout(design, each));
  const others = zonesOf(design).filter((each) => each !== zone);
  if (zone === undefined || others.length === 0) return null;
  return { type: 'all', edits: [...movedMachines(design, zone, others), ...mergedGroups(design, zone, others), { type: 'remove', ids: [zone.id] }] };
}

/** Nothing is tied to it: a database, the only zone of something, a workload that asks for it by name. */
function canDoWithout(design: Design, zone: Zone): boolean {
  const isOnly = (zones: readonly string[]) => zones.length === 1 && zones[0] === zone.id;
  const name = zoneName(design, zone);
  return (
    entitiesOf(design, 'database').every(({ zones }) => !zones.includes(zone.id)) &&
    [...entitiesOf(design, 'fileSystem'), ...entitiesOf(design, 'loadBalancer')].every(({ zones }) => !isOnly(zones)) &&
    entitiesOf(design, 'storageClass').every(({ allowedZones }) => !isOnly(allowedZones)) &&
    entitiesOf(design, 'client').every(({ weights }) => !isOnly(Object.keys(weights))) &&
    entitiesOf(design, 'workload').every(
      ({ nodeSelector, nodeAffinity }) => !Object.values(nodeSelector).includes(name) && nodeAffinity.every(({ matchExpressions }) => matchExpressions.every(({ values }) => !values.includes(name))),
    )
  );
}

function movedMachines(design: Design, zone: Zone, others: readonly Zone[]): readonly Edit[] {
  return (['controlPlaneNode', 'etcdNode', 'instance'] as const).flatMap((kind) => {
    const machines = entitiesOf(design, kind);
    const counts = new Map(others.map(({ id }) => [id, machines.filter((machine) => machine.zone === id).length]));
    return machines.filter((machine) => machine.zone === zone.id).map(({ id }): Edit => ({ type: 'place', id, zones: [fewest(counts)] }));
  });
}

function mergedGroups(design: Design, zone: Zone, others: readonly Zone[]): readonly Edit[] {
  const counts = new Map(others.map(({ id }) => [id, instancesIn(design, id)]));
  return alikeGroups(design).flatMap((family): readonly Edit[] => {
    const staying = family.filter((group) => zoneOf(group) !== zone.id);
    if (staying.length === family.length) return [];
    if (staying.length === 0) return family.map(({ id }): Edit => ({ type: 'place', id, zones: [fewest(counts)] }));
    const all = countsOf(family);
    const gone = family.filter((group) => zoneOf(group) === zone.id).map(({ id }) => id);
    return [{ type: 'remove', ids: gone }, ...staying.map((group, i): Edit => ({ type: 'set', id: group.id, fields: { ...partOf(all, i, staying.length), ...evenByHand(group) } }))];
  });
}

/** A number set by hand for the one zone goes: it would no longer add up to what is desired. */
function evenByHand(group: AutoScalingGroup): { readonly instancesPerZone?: undefined } {
  return group.instancesPerZone === undefined ? {} : { instancesPerZone: undefined };
}

function instancesIn(design: Design, zone: string): number {
  return countsOf(entitiesOf(design, 'autoScalingGroup').filter((group) => zoneOf(group) === zone)).desired;
}

/** The zone with the fewest, which has one more then. */
function fewest(counts: Map<string, number>): string {
  const [zone, count] = [...counts].reduce((least, each) => (each[1] < least[1] ? each : least));
  counts.set(zone, count + 1);
  return zone;
}
