import { describe, expect, test } from 'vitest';
import { designSchema, type Design } from '../design/schema';
import { quorum, quorumAfter } from './quorum';
import { quorumSize } from './quorumSize';

/** `a:vvl b:n` = zone a with two stacked voters and a learner, zone b with an API server only; capitals are external etcd. */
function controlPlane(spec: string, settings: object = {}): Design {
  const zones = spec.split(' ').map((part) => part.split(':') as [string, string]);
  const etcd = { v: 'voter', l: 'learner', n: 'none' } as const;
  return designSchema.parse({
    zonesketch: 1,
    settings,
    entities: zones.flatMap(([letter, machines]) => [
      { id: letter, kind: 'zone', letter },
      ...machines.split('').map((code, i) => ({
        id: `${letter}-${i}`,
        kind: code === code.toUpperCase() ? 'etcdNode' : 'controlPlaneNode',
        zone: letter,
        etcd: etcd[code.toLowerCase() as 'v'],
      })),
    ]),
  });
}

const region = 'ap-northeast-2';

test.each([
  [0, 0],
  [1, 1],
  [2, 2],
  [3, 2],
  [4, 3],
  [5, 3],
  [6, 4],
  [7, 4],
  [9, 5],
])('%i members need %i', (members, size) => expect(quorumSize(members)).toBe(size));

describe('zones whose loss keeps quorum', () => {
  test.each<[string, string, string, number, number, number, boolean]>([
    // spec, single zones, pairs, members, tolerates, apiServers, survivesAnyOneZone
    ['a:vvv', '', '', 3, 1, 3, false],
    ['a:v b:v', '', '', 2, 0, 2, false],
    ['a:vv b:v', 'b', '', 3, 1, 3, false],
    ['a:v b:v c:v', 'a b c', '', 3, 1, 3, true],
    ['a:vv b:vv c:v', 'a b c', '', 5, 2, 5, true],
    ['a:vv b:v c:v', 'b c', '', 4, 1, 4, false],
    ['a:vv b:v c:v d:v', 'a b c d', 'bc bd cd', 5, 2, 5, true],
    ['a:v b:v c:v d:', 'a b c d', 'ad bd cd', 3, 1, 3, true],
    // External etcd: members are etcd nodes only, API servers apart.
    ['a:nV b:nV c:V', 'a b c', '', 3, 1, 2, true],
    // The only API server's zone: quorum stays, the API does not.
    ['a:nV b:V c:V', 'a b c', '', 3, 1, 1, false],
    // Stacked voters and external ones are all members.
    ['a:vV b:v', 'b', '', 3, 1, 2, false],
    // Learners have no vote.
    ['a:v b:v c:vl', 'a b c', '', 3, 1, 4, true],
    ['a:ll b:v', 'a', '', 1, 0, 3, false],
    ['a:n b:n', '', '', 0, 0, 2, false],
    ['a: b:', '', '', 0, 0, 0, false],
  ])('%s', (spec, singles, pairs, members, tolerates, apiServers, survives) => {
    const result = quorum(controlPlane(spec));
    const kept = (count: number) =>
      result.losses
        .filter((loss) => loss.zones.length === count && loss.keepsQuorum)
        .map((loss) => loss.zones.map((zone) => zone.slice(region.length)).join(''))
        .join(' ');
    expect(kept(1)).toBe(singles);
    expect(kept(2)).toBe(pairs);
    expect(result).toMatchObject({ managed: false, members, tolerates, apiServers, survivesAnyOneZone: survives });
  });
});

test('every zone, every pair and every machine has its row', () => {
  const { losses } = quorum(controlPlane('a:v b:vV c:V'));
  expect(losses.map((loss) => [...loss.zones.map((zone) => zone.slice(-1)), ...loss.nodes].join('+'))).toEqual(['a', 'b', 'c', 'a+b', 'a+c', 'b+c', 'a-0', 'b-0', 'b-1', 'c-0']);
  expect(losses.find((loss) => loss.nodes.includes('b-0'))).toEqual({
    zones: [],
    nodes: ['b-0'],
    membersLeft: 3,
    apiServersLeft: 1,
    keepsQuorum: true,
  });
});

test('EKS: AWS runs three members in three zones; one zone may go, a pair may not', () => {
  const eks = quorum(controlPlane('a: b: c:', { controlPlane: 'eks' }));
  expect(eks).toMatchObject({ managed: true, members: 3, size: 2, tolerates: 1, apiServers: 2, survivesAnyOneZone: true, availability: null });
  const oneZone = [1, 2, 1, true];
  const pair = [2, 1, 0, false];
  expect(eks.losses.map((loss) => [loss.zones.length, loss.membersLeft, loss.apiServersLeft, loss.keepsQuorum])).toEqual([oneZone, oneZone, oneZone, pair, pair, pair]);
});

test('zones and machines may be lost together', () => {
  const design = controlPlane('a:vv b:vv c:v');
  expect(quorumAfter(design, { zones: [`${region}a`], nodes: ['a-0'] })).toMatchObject({ membersLeft: 3, keepsQuorum: true });
  expect(quorumAfter(design, { zones: [`${region}a`], nodes: ['b-0'] })).toMatchObject({ membersLeft: 2, keepsQuorum: false });
});

describe('availability', () => {
  const assume = (zone: number, node: number, r = 1) => ({ availability: { zone, node, region: r } });

  test.each<[string, object, number | null]>([
    // One member: zone and node in series.
    ['a:v', assume(0.9, 0.8), 0.72],
    // All eggs in one zone: the zone, times 2 of 3.
    ['a:vvv', assume(0.9, 0.8), 0.9 * (0.8 ** 3 + 3 * 0.8 ** 2 * 0.2)],
    // One each: 2 of 3 of (zone x node).
    ['a:v b:v c:v', assume(0.9, 0.8), 0.72 ** 3 + 3 * 0.72 ** 2 * 0.28],
    // Two members: both, so worse than one.
    ['a:v b:v', assume(0.9, 0.8), 0.72 ** 2],
    ['a:v b:v c:v', assume(1, 1, 0.5), 0.5],
    ['a:v b:v c:v', assume(0, 1), 0],
    // 2/1: both of a, or b and at least one of a.
    ['a:vv b:v', assume(0.9, 0.8), 0.9 * (0.64 + 0.32 * 0.72)],
    ['a:n', assume(0.9, 0.8), null],
  ])('%s %j', (spec, settings, expected) => {
    const { availability } = quorum(controlPlane(spec, settings));
    if (expected === null) expect(availability).toBeNull();
    else expect(availability).toBeCloseTo(expected, 12);
  });

  test('agrees with the sum over all states, machine by machine', () => {
    const design = controlPlane('a:vv b:vvV c:vl');
    const members = ['a', 'a', 'b', 'b', 'b', 'c'];
    const { zone, node, region: r } = design.settings.availability;
    const zones = ['a', 'b', 'c'];
    let sum = 0;
    for (let state = 0; state < 2 ** (zones.length + members.length); state++) {
      const bit = (i: number) => ((state >> i) & 1) === 1;
      const up = members.filter((z, i) => bit(zones.length + i) && bit(zones.indexOf(z))).length;
      let p = 1;
      zones.forEach((_, i) => (p *= bit(i) ? zone : 1 - zone));
      members.forEach((_, i) => (p *= bit(zones.length + i) ? node : 1 - node));
      if (up >= 4) sum += p;
    }
    expect(quorum(design).availability).toBeCloseTo(r * sum, 12);
  });

  test.each([
    ['a:v b:v c:v', 0.9 ** 3],
    // Two more zones: each of the three may also go with one of them, but then alone.
    ['a:v b:v c:v d: e:', 0.9 ** 3 * (0.81 ** 3 + 3 * 0.81 ** 2 * 0.19)],
    ['a:v b: c: d: e: f: g:', null],
  ])('%s where pairs of zones fail together', (spec, expected) => {
    const { availability } = quorum(controlPlane(spec, { availability: { zone: 1, node: 1, region: 1, zonePair: 0.9 } }));
    if (expected === null) expect(availability).toBeNull();
    else expect(availability).toBeCloseTo(expected, 12);
  });

  test('fifty members take no time to enumerate', () => {
    const { availability } = quorum(controlPlane(`a:${'v'.repeat(25)} b:${'v'.repeat(25)}`));
    expect(availability).toBeGreaterThan(0.99);
  });
});
