import { describe, expect, test } from 'vitest';
import { entityById, zonesOf } from '../design/tree';
import type { AutoScalingGroup, Design } from '../design/schema';
import { design, group } from '../testing/designs';
import { instancesPerZone, launchesAfter } from './autoScalingGroup';

function groupOf(drawn: Design): AutoScalingGroup {
  const asg = entityById(drawn, 'asg');
  if (asg?.kind !== 'autoScalingGroup') throw new Error('no group');
  return asg;
}

/** `{a: 2, c: 1}` for a map by zone id. */
function byLetter(counts: ReadonlyMap<string, number>): Record<string, number> {
  return Object.fromEntries([...counts].map(([zone, count]) => [zone.replace('zone-', ''), count]));
}

describe('instances per zone', () => {
  test.each([
    ['even', 'abc', 6, { a: 2, b: 2, c: 2 }],
    ['the remainder goes to the first zones', 'abc', 5, { a: 2, b: 2, c: 1 }],
    ['fewer than zones', 'abc', 1, { a: 1, b: 0, c: 0 }],
    ['none', 'ab', 0, { a: 0, b: 0 }],
    ['one zone', 'c', 4, { c: 4 }],
    ['zones in any order', 'ca', 3, { a: 2, c: 1 }],
    ['a zone that is gone does not count', 'abz', 4, { a: 2, b: 2 }],
    ['no zone is left', 'z', 4, {}],
  ])('%s', (_, letters, desired, expected) => {
    const drawn = design({ entities: [group('asg', letters, desired)] });
    expect(byLetter(instancesPerZone(groupOf(drawn), zonesOf(drawn)))).toEqual(expected);
  });

  test('by hand', () => {
    const drawn = design({ entities: [group('asg', 'abc', 4, { instancesPerZone: { 'zone-c': 4 } })] });
    expect(byLetter(instancesPerZone(groupOf(drawn), zonesOf(drawn)))).toEqual({ a: 0, b: 0, c: 4 });
  });
});

describe('launches after a loss', () => {
  test.each([
    ['a lost zone: the others take over evenly', 'abc', 6, {}, 'a', {}, { b: 1, c: 1 }],
    ['the zone with fewer first', 'abc', 5, {}, 'a', {}, { b: 1, c: 1 }],
    ['two lost zones', 'abc', 6, {}, 'ab', {}, { c: 4 }],
    ['balanced-only gets nothing where the zone is lost', 'abc', 6, { distribution: 'balanced-only' as const }, 'a', {}, {}],
    ['balanced-only replaces a node of a living zone', 'abc', 6, { distribution: 'balanced-only' as const }, 'a', { b: 1 }, { b: 1 }],
    ['a zonal group has nowhere to go', 'a', 3, {}, 'a', {}, {}],
    ['a node that died alone comes back in its zone', 'abc', 5, {}, '', { b: 1 }, { b: 1 }],
    ['so it does in an uneven group', 'abc', 4, {}, '', { a: 1 }, { a: 1 }],
    ['and where instances are set by hand', 'abc', 4, { instancesPerZone: { 'zone-a': 3, 'zone-b': 1 } }, '', { a: 2 }, { a: 2 }],
    ['by hand, what a lost zone had goes to the zones with the fewest', 'abc', 4, { instancesPerZone: { 'zone-a': 3, 'zone-b': 1 } }, 'a', {}, { b: 1, c: 2 }],
    ['nothing lost', 'abc', 3, {}, '', {}, {}],
    ['every zone lost', 'ab', 2, {}, 'ab', {}, {}],
  ])('%s', (_, letters, desired, fields, lostZones, lostInstances, expected) => {
    const drawn = design({ entities: [group('asg', letters, desired, fields)] });
    const zones = new Set(Array.from(lostZones, (letter) => `zone-${letter}`));
    const instances = new Map(Object.entries(lostInstances).map(([letter, count]) => [`zone-${letter}`, count]));
    expect(byLetter(launchesAfter(groupOf(drawn), instancesPerZone(groupOf(drawn), zonesOf(drawn)), { zones, instances }))).toEqual(expected);
  });
});
