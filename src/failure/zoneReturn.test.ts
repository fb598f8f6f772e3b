import { describe, expect, test } from 'vitest';
import { firstCatalog } from '../catalog/firstCatalog';
import { place } from '../cluster/place';
import { design, group, overZones, workload, type DesignInput } from '../testing/designs';
import { afterZoneReturns } from './zoneReturn';

const A = 'ap-northeast-2a';
const B = 'ap-northeast-2b';
const C = 'ap-northeast-2c';

function after(input: DesignInput, scenario: { readonly zones?: readonly string[]; readonly nodes?: readonly string[] }) {
  return afterZoneReturns(place(design(input), firstCatalog), { zones: [], nodes: [], ...scenario });
}

const eks = { controlPlane: 'eks' } as const;
const web = workload('web', 6, { topologySpreadConstraints: overZones });
const agent = workload('agent', 1, { type: 'DaemonSet' });

describe('a zone returns', () => {
  test('AZRebalance launches, then cuts pods off; those of DaemonSets belong to the node', () => {
    expect(after({ settings: eks, entities: [group('asg', 'abc', 6, { eksManaged: false, min: 5 }), web, agent] }, { zones: [A] })).toEqual([
      {
        group: 'asg',
        minimum: 5,
        lowest: 4,
        replacements: { [B]: 1, [C]: 1 },
        failed: { [A]: 2 },
        retried: 0,
        shortOfMinimum: 0,
        before: { [B]: 3, [C]: 3 },
        after: { [A]: 2, [B]: 2, [C]: 2 },
        launches: { [A]: 2 },
        terminations: [
          { node: 'asg-c-0', zone: C, pods: ['default/web-2'] },
          { node: 'asg-b-0', zone: B, pods: ['default/web-1'] },
        ],
        imbalance: 0,
        maxExceededBy: 1,
        evictsFirst: false,
      },
    ]);
  });

  test.each<[string, DesignInput, object]>([
    ['suspended: it stays on one leg', { settings: eks, entities: [group('asg', 'ab', 4, { azRebalance: false })] }, { before: { [B]: 4 }, after: { [B]: 4 }, launches: {}, terminations: [], imbalance: 4, maxExceededBy: 0 }],
    ['balanced-only waits below its minimum, and AZRebalance has nothing to even out', { settings: eks, entities: [group('asg', 'abc', 6, { min: 5, distribution: 'balanced-only' })] }, { replacements: {}, failed: { [A]: 2 }, retried: 2, lowest: 4, shortOfMinimum: 1, before: { [B]: 2, [C]: 2 }, launches: { [A]: 2 }, terminations: [] }],
    ['a zonal group is launched anew', { settings: eks, entities: [group('asg', 'a', 2), group('other', 'b', 1)] }, { group: 'asg', before: {}, after: { [A]: 2 }, launches: { [A]: 2 }, terminations: [], maxExceededBy: 0 }],
    ['EKS evicts from its managed groups', { settings: eks, entities: [group('asg', 'ab', 2)] }, { evictsFirst: true, terminations: [{ node: 'asg-b-0', zone: B, pods: [] }] }],
    ['without quorum nothing was placed, and AWS rebalances all the same', { zones: 'ab', controlPlane: 'a', entities: [group('asg', 'ab', 2), workload('one', 1, { pins: { 0: 'asg-b-0' } })] }, { launches: { [A]: 1 }, terminations: [{ node: 'asg-b-0', zone: B, pods: ['default/one-0'] }] }],
  ])('%s', (_, input, expected) => {
    expect(after(input, { zones: [A] })).toMatchObject([expected]);
  });

  test('a node that died alone brings nothing back', () => {
    expect(after({ settings: eks, entities: [group('asg', 'ab', 2)] }, { nodes: ['asg-a-0'] })).toEqual([]);
  });
});
