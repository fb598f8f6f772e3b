import type { AutoScalingGroup, Design } from '../../design/schema';
import { entitiesOf, zonesOf } from '../../design/tree';

/** Zonal groups that differ in their zone and counts only, in the order of their zones' letters. */
export function alikeGroups(design: Design): readonly (readonly AutoScalingGroup[])[] {
  const order = zonesOf(design).map(({ id }) => id);
  const families = new Map<string, AutoScalingGroup[]>();
  for (const group of entitiesOf(design, 'autoScalingGroup').filter(({ zones }) => zones.length === 1)) {
    const { id: _id, zones: _zones, min: _min, desired: _desired, max: _max, instancesPerZone: _byHand, ...same } = group;
    // Whatever order a file has its fields in, the schema gives them in its own.
    const key = JSON.stringify(same);
    const family = families.get(key) ?? [];
    family.push(group);
    families.set(key, family);
  }
  return [...families.values()].map((family) => family.sort((a, b) => order.indexOf(zoneOf(a)) - order.indexOf(zoneOf(b))));
}

export function zoneOf({ zones: [zone = ''] }: AutoScalingGroup): string {
  return zone;
}

/** What groups have together. */
export interface Counts {
  readonly min: number;
  readonly desired: number;
  readonly max: number;
}

export function countsOf(groups: readonly AutoScalingGroup[]): Counts {
  const sum = (field: keyof Counts) => groups.reduce((total, group) => total + group[field], 0);
  return { min: sum('min'), desired: sum('desired'), max: sum('max') };
}

/** An even part of each count, the remainder to the first: min <= desired <= max holds in the parts as in the whole. */
export function partOf({ min, desired, max }: Counts, index: number, of: number): Counts {
  const part = (total: number) => Math.floor(total / of) + (index < total % of ? 1 : 0);
  return { min: part(min), desired: part(desired), max: part(max) };
}

/** The same with at least so many instances desired. */
export function atLeast({ min, desired, max }: Counts, count: number): Counts {
  return { min, desired: Math.max(desired, count), max: Math.max(max, count) };
}
