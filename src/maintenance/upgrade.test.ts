import { describe, expect, test } from 'vitest';
import { firstCatalog } from '../catalog/firstCatalog';
import { place } from '../cluster/place';
import { design, group, overZones, workload, type DesignInput } from '../testing/designs';
import { upgrade, type UpgradeOptions } from './upgrade';

const eks = { controlPlane: 'eks' } as const;
const spread = { topologySpreadConstraints: overZones };

function upgraded(entities: NonNullable<DesignInput['entities']>, options?: UpgradeOptions) {
  const result = upgrade(place(design({ settings: eks, entities }), firstCatalog), 'asg', options);
  if (result === null) throw new Error('no group');
  return result;
}

describe('a managed node group', () => {
  test('new nodes first, old ones one by one, then back to its size', () => {
    const result = upgraded([group('asg', 'abc', 3), workload('web', 3, { ...spread, podDisruptionBudget: { maxUnavailable: 1 } }), workload('agent', 1, { type: 'DaemonSet' })]);
    expect(result).toMatchObject({ manner: 'managed-node-group', outcome: 'done', batchSize: 1, surge: 6, waiting: [] });
    expect(result.batches.map(({ nodes, launched }) => `${nodes.join()} -> ${launched.join()}`)).toEqual(['asg-a-0 -> asg-a-3', 'asg-b-0 -> asg-b-3', 'asg-c-0 -> asg-c-3']);
    expect(result.scaleDown.map(({ node }) => node)).toEqual(['asg-a-1', 'asg-a-2', 'asg-b-1', 'asg-b-2', 'asg-c-1', 'asg-c-2']);
    expect(result.workloads).toEqual([{ name: 'default/web', before: 3, lowest: 2, after: 3, needed: 2 }]);
  });

  test.each([
    [1, ['asg-a-0', 'asg-a-1', 'asg-b-0', 'asg-b-1'], 4],
    [3, ['asg-a-0 asg-a-1 asg-b-0', 'asg-b-1'], 4],
    [5, ['asg-a-0 asg-a-1 asg-b-0 asg-b-1'], 5],
  ])('maxUnavailable %i: batches %j, and a surge of the larger of twice the zones and it: %i', (maxUnavailable, batches, surge) => {
    const result = upgraded([group('asg', 'ab', 4), workload('web', 1)], { maxUnavailable });
    expect(result.batches.map(({ nodes }) => nodes.join(' '))).toEqual(batches);
    expect(result.surge).toBe(surge);
  });

  test('a budget that allows none fails the update at the first node that has a pod of it', () => {
    const result = upgraded([group('asg', 'abc', 3), workload('web', 1, { pins: { 0: 'asg-b-0' }, podDisruptionBudget: { minAvailable: 1 } })]);
    expect(result).toMatchObject({ outcome: 'eviction-failure', scaleDown: [] });
    expect(result.batches.map(({ nodes, drains }) => `${nodes.join()} ${drains.map(({ outcome }) => outcome).join()}`)).toEqual(['asg-a-0 drained', 'asg-b-0 blocked']);
  });
});

describe('an instance refresh of a self-managed group', () => {
  test.each([
    [3, {}, 1],
    [20, {}, 2],
    [10, { minHealthyPercentage: 50 }, 5],
    [3, { minHealthyPercentage: 100 }, 1],
  ])('%i instances, %j: %i at once', (desired, options, batchSize) => {
    expect(upgraded([group('asg', 'abc', desired, { eksManaged: false })], options)).toMatchObject({ manner: 'instance-refresh', surge: 0, batchSize });
  });

  test('asks no budget: pods are cut off', () => {
    const result = upgraded([group('asg', 'ab', 2, { eksManaged: false }), workload('web', 2, { pins: { 0: 'asg-a-0', 1: 'asg-a-0' }, podDisruptionBudget: { minAvailable: 2 } })]);
    expect(result.outcome).toBe('done');
    expect(result.batches.map(({ nodes, launched, cutOff }) => ({ nodes, launched, cutOff }))).toEqual([
      { nodes: ['asg-a-0'], launched: ['asg-a-1'], cutOff: ['default/web-0', 'default/web-1'] },
      { nodes: ['asg-b-0'], launched: ['asg-b-1'], cutOff: ['default/web-0', 'default/web-1'] },
    ]);
    expect(result.workloads).toEqual([{ name: 'default/web', before: 2, lowest: 0, after: 2, needed: 2 }]);
  });

  test('pods that fit nowhere else wait for the new instance', () => {
    const result = upgraded([group('asg', 'a', 1, { eksManaged: false }), workload('web', 1)]);
    expect(result.batches[0]?.waiting.map(({ pod }) => pod)).toEqual(['default/web-0']);
    expect(result.waiting).toEqual([]);
  });
});

test('an id that is no group’s', () => {
  expect(upgrade(place(design({ entities: [workload('web', 1)] }), firstCatalog), 'workload-web')).toBeNull();
});

test.each([
  ['managed node group', {}, [[0, 4], [3, 4]]],
  ['instance refresh', { eksManaged: false }, [[0, 4], [1, 4], [2, 4], [3, 4]]],
])('tells how many nodes have had their turn: %s', (_, fields, told) => {
  const turns: (readonly number[])[] = [];
  upgrade(place(design({ settings: eks, entities: [group('asg', 'ab', 4, fields)] }), firstCatalog), 'asg', { maxUnavailable: 3 }, (done, total) => turns.push([done, total]));
  expect(turns).toEqual(told);
});
