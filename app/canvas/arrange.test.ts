import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Arrangement, Box } from './arrangement';
import { overlaps } from './geometry';
import { arranged, designOf, nodesOf } from './testing';

const cp = (id: string, zone: string) => ({ id, kind: 'controlPlaneNode', zone });
const asg = (id: string, ...zones: string[]) => ({ id, kind: 'autoScalingGroup', zones });

function box(arrangement: Arrangement, key: string): Box {
  const found = arrangement.byKey.get(key);
  if (found === undefined) throw new Error(`no ${key}`);
  return found;
}

/** Two boxes may share space only where one lies in the other, or where a card of the region stands over columns. */
function clashes(arrangement: Arrangement): readonly string[] {
  const solid = arrangement.boxes.filter((each) => each.type !== 'zone');
  const inside = (a: Box, b: Box) => a.parent === b.key || b.parent === a.key;
  return solid.flatMap((a, index) => solid.slice(index + 1).flatMap((b) => (overlaps(a, b) && !inside(a, b) ? [`${a.key} / ${b.key}`] : [])));
}

describe('zones are columns', () => {
  test.each([
    [[], ['zone-a', 'zone-b', 'zone-c']],
    [['zone-c', 'zone-a'], ['zone-c', 'zone-a', 'zone-b']],
  ])('order %j gives %j', (order, expected) => {
    expect(arranged(designOf([], { layout: { order } })).columns.map((column) => column.zone)).toEqual(expected);
  });

  test('what is in a zone lies in its column', () => {
    const design = designOf([cp('cp-1', 'zone-a'), cp('cp-2', 'zone-c')]);
    const result = arranged(design);
    for (const [id, zone] of [['cp-1', 'zone-a'], ['cp-2', 'zone-c']] as const) {
      const column = box(result, zone);
      const card = box(result, id);
      expect(card.x >= column.x && card.x + card.width <= column.x + column.width).toBe(true);
    }
  });
});

describe('bands', () => {
  test.each([
    [['zone-a'], [['zone-a', true]]],
    [['zone-a', 'zone-b'], [['zone-a', true], ['zone-b', true]]],
    [['zone-a', 'zone-c'], [['zone-a', true], ['zone-b', false], ['zone-c', true]]],
    [['zone-c', 'zone-b'], [['zone-b', true], ['zone-c', true]]],
  ])('a group in %j lies over %j', (zones, expected) => {
    const band = box(arranged(designOf([asg('asg-1', ...zones)])), 'asg-1');
    expect(band.segments.map(({ zone, isUsed }) => [zone, isUsed])).toEqual(expected);
  });

  test('zonal groups stand side by side, a regional one below them', () => {
    const result = arranged(designOf([asg('asg-1', 'zone-a'), asg('asg-2', 'zone-b'), asg('asg-3', 'zone-a', 'zone-b')]));
    expect(box(result, 'asg-1').y).toBe(box(result, 'asg-2').y);
    expect(box(result, 'asg-3').y).toBeGreaterThan(box(result, 'asg-1').y + box(result, 'asg-1').height);
  });

  test('instances lie in their group and in the column of their zone', () => {
    const design = designOf([asg('asg-1', 'zone-a', 'zone-b')]);
    const result = arranged(design, [...nodesOf('asg-1', 'zone-a', 3, 9), ...nodesOf('asg-1', 'zone-b', 1)]);
    const group = box(result, 'asg-1');
    for (const instance of result.boxes.filter((each) => each.type === 'instance')) {
      const column = box(result, `zone-${instance.key.split('-').at(-2) ?? ''}`);
      expect(instance.parent).toBe('asg-1');
      expect(instance.y >= group.y && instance.y + instance.height <= group.y + group.height).toBe(true);
      expect(instance.x >= column.x && instance.x + instance.width <= column.x + column.width).toBe(true);
    }
  });

  test.each([
    ['as many as can be read', 100, [], 100],
    ['more', 101, [], 0],
    ['more, unfolded by hand', 101, ['asg-1'], 101],
  ] as const)('a group with %s', (_name, count, unfolded, drawn) => {
    const result = arranged(designOf([asg('asg-1', 'zone-a')]), nodesOf('asg-1', 'zone-a', count), { unfolded });
    expect(result.boxes.filter(({ type }) => type === 'instance')).toHaveLength(drawn);
    expect(result.folded.has('asg-1')).toBe(drawn === 0);
  });

  test('a folded group shows no instances', () => {
    const design = designOf([asg('asg-1', 'zone-a')], { layout: { collapsed: ['asg-1'] } });
    expect(arranged(design, nodesOf('asg-1', 'zone-a', 4)).boxes.some((each) => each.type === 'instance')).toBe(false);
  });
});

test('with EKS one card over all zones stands for the control plane', () => {
  const managed = box(arranged(designOf([], { settings: { controlPlane: 'eks' } })), 'managed');
  expect(managed.lane).toBe('control');
});

test('without zones there is an empty board', () => {
  const { design } = { design: designOf([]) };
  const result = arranged({ ...design, entities: [] });
  expect(result.columns).toEqual([]);
  expect(result.lanes.every((lane) => lane.isEmpty)).toBe(true);
});

const zones = fc.subarray(['zone-a', 'zone-b', 'zone-c'], { minLength: 1 });
const zone = fc.constantFrom('zone-a', 'zone-b', 'zone-c');

test('nothing overlaps, whatever is drawn, and everything is on the board', () => {
  const things = fc.record({
    groups: fc.array(fc.tuple(zones, fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 70 })), { maxLength: 6 }),
    machines: fc.array(zone, { maxLength: 7 }),
    instances: fc.array(zone, { maxLength: 5 }),
    balancers: fc.array(zones, { maxLength: 3 }),
    services: fc.integer({ min: 0, max: 9 }),
    workloads: fc.integer({ min: 0, max: 9 }),
    waiting: fc.integer({ min: 0, max: 9 }),
    traffic: fc.boolean(),
    eks: fc.boolean(),
  });
  fc.assert(
    fc.property(things, (drawn) => {
      const design = designOf(
        [
          ...drawn.groups.map(([in_], index) => asg(`asg-${index}`, ...in_)),
          ...(drawn.eks ? [] : drawn.machines.map((each, index) => cp(`cp-${index}`, each))),
          ...drawn.instances.map((each, index) => ({ id: `node-${index}`, kind: 'instance', zone: each })),
          ...drawn.balancers.map((each, index) => ({ id: `lb-${index}`, kind: 'loadBalancer', zones: each })),
          ...Array.from({ length: drawn.services }, (_, index) => ({ id: `svc-${index}`, kind: 'service', name: `s${index}` })),
          ...Array.from({ length: drawn.workloads }, (_, index) => ({ id: `workload-${index}`, kind: 'workload', name: `w${index}`, containers: [{ name: 'app' }] })),
        ],
        { settings: { controlPlane: drawn.eks ? 'eks' : 'self-managed' } },
      );
      const nodes = [
        ...drawn.groups.flatMap(([in_, count, pods], index) => in_.flatMap((each) => nodesOf(`asg-${index}`, each, count, pods))),
        ...drawn.instances.map((each, index) => ({ name: `node-${index}`, owner: `node-${index}`, zone: each, pods: index * 9 })),
      ];
      const result = arranged(design, nodes, { waiting: drawn.waiting, traffic: drawn.traffic, volumeZones: ['zone-b'] });
      expect(clashes(result)).toEqual([]);
      expect(result.boxes.filter((each) => each.x < 0 || each.y < 0 || each.x + each.width > result.width || each.y + each.height > result.height)).toEqual([]);
      expect(new Set(result.boxes.map((each) => each.key)).size).toBe(result.boxes.length);
      for (const entity of design.entities) expect(result.byKey.has(entity.id)).toBe(true);
    }),
    { numRuns: 150 },
  );
});
