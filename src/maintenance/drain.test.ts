import { describe, expect, test } from 'vitest';
import { firstCatalog } from '../catalog/firstCatalog';
import { place } from '../cluster/place';
import { design, group, instance, overZones, storageClass, workload, type DesignInput } from '../testing/designs';
import { drain, type Drain } from './drain';

const eks = { controlPlane: 'eks' } as const;
const on = (node: string, count: number) => ({ pins: Object.fromEntries(Array.from({ length: count }, (_, i) => [String(i), node])) });
/** m6i.large (2 vCPU) takes one of them. */
const large = { containers: [{ name: 'app', requests: { cpu: '1200m' } }] };
const nodes = [instance('n1', 'a'), instance('n2', 'b'), instance('n3', 'c')];

function drained(entities: NonNullable<DesignInput['entities']>, ...names: string[]): Drain {
  return drain(place(design({ settings: eks, entities }), firstCatalog), new Set(names));
}

const short = (pod: string) => pod.replace('default/', '');

/** `n1: web-0>n2 web-1>n3 (web-2 refused)`, a line a round. */
function rounds(result: Drain): readonly string[] {
  return result.nodes.flatMap(({ node, rounds: each }) =>
    each.map(({ evicted, refused }) => `${node}: ${evicted.map(({ pod, to }) => `${short(pod)}>${to ?? '-'}`).join(' ')}${refused.length === 0 ? '' : ` (${refused.map(short).join(' ')} refused)`}`),
  );
}

function blocked(result: Drain): readonly string[] {
  return result.nodes.flatMap(({ blocked: each }) => each.map(({ pod, reason, waitingFor }) => `${short(pod)} ${reason}${waitingFor.map(({ pod: waits, cause }) => ` ${short(waits)} ${cause}`).join('')}`));
}

describe('kubectl drain of a node', () => {
  test.each<[string, NonNullable<DesignInput['entities']>, 'drained' | 'blocked', readonly string[], readonly string[]]>([
    ['without a budget all go at once', [...nodes, workload('web', 3, on('n1', 3))], 'drained', ['n1: web-0>n2 web-1>n3 web-2>n2'], []],
    ['a budget lets them go one by one, as replacements become ready', [...nodes, workload('web', 3, { ...on('n1', 3), podDisruptionBudget: { maxUnavailable: 1 } })], 'drained', ['n1: web-0>n2 (web-1 web-2 refused)', 'n1: web-1>n3 (web-2 refused)', 'n1: web-2>n2'], []],
    ['a percentage is rounded up: of 5 pods 3 must stay', [...nodes, workload('web', 5, { ...on('n1', 5), podDisruptionBudget: { minAvailable: '50%' } })], 'drained', ['n1: web-0>n2 web-1>n3 (web-2 web-3 web-4 refused)', 'n1: web-2>n2 web-3>n3 (web-4 refused)', 'n1: web-4>n2'], []],
    ['a budget that allows none blocks for ever', [...nodes, workload('web', 2, { ...on('n1', 2), podDisruptionBudget: { minAvailable: 2 } })], 'blocked', [], ['web-0 never-allowed', 'web-1 never-allowed']],
    ['others of the node go all the same', [...nodes, workload('web', 1, { ...on('n1', 1), podDisruptionBudget: { minAvailable: 1 } }), workload('api', 1, on('n1', 1))], 'blocked', ['n1: api-0>n2 (web-0 refused)'], ['web-0 never-allowed']],
    ['no room elsewhere: without a budget the pod goes and waits', [instance('n1', 'a'), workload('web', 1)], 'drained', ['n1: web-0>-'], []],
    ['no room elsewhere: the budget waits for the first, for ever', [instance('n1', 'a', { instanceType: 'm6i.xlarge' }), workload('web', 2, { ...large, ...on('n1', 2), podDisruptionBudget: { maxUnavailable: 1 } }), instance('n2', 'b', { instanceType: 't3.medium' }), workload('other', 1, { ...large, ...on('n2', 1) })], 'blocked', ['n1: web-0>- (web-1 refused)'], ['web-1 replacements-waiting web-0 capacity']],
    ['a volume of the zone: likewise', [...nodes, storageClass('gp3'), workload('db', 2, { ...on('n1', 2), type: 'StatefulSet', volumes: [{ name: 'data', storageClass: 'sc-gp3' }], podDisruptionBudget: { maxUnavailable: 1 } })], 'blocked', ['n1: db-0>- (db-1 refused)'], ['db-1 replacements-waiting db-0 volume']],
    ['pods that waited before count as missing', [instance('n1', 'a'), workload('web', 2, { ...large, podDisruptionBudget: { maxUnavailable: 1 } })], 'blocked', [], ['web-0 waiting-before web-1 capacity']],
    ['DaemonSet pods stay', [...nodes, workload('agent', 1, { type: 'DaemonSet', podDisruptionBudget: { minAvailable: 3 } })], 'drained', [], []],
  ])('%s', (_, entities, outcome, expected, expectedBlocked) => {
    const result = drained(entities, 'n1');
    expect({ outcome: result.outcome, rounds: rounds(result), blocked: blocked(result) }).toEqual({ outcome, rounds: expected, blocked: expectedBlocked });
  });

  test('who is ignored, who waits in whose words, and how few run meanwhile', () => {
    const result = drained([instance('n1', 'a'), workload('web', 2), workload('agent', 1, { type: 'DaemonSet' })], 'n1');
    expect(result.nodes[0]?.ignored).toEqual(['default/agent-n1']);
    expect(result.waiting[0]).toEqual({ pod: 'default/web-0', message: '0/1 nodes are available: 1 node(s) were unschedulable.', cause: 'rules' });
    expect(result.workloads).toEqual([{ name: 'default/web', before: 2, lowest: 0, after: 0, needed: 2 }]);
  });
});

describe('a zone', () => {
  const twoEach = group('asg', 'abc', 6);
  const zone = ['asg-b-0', 'asg-b-1'];

  test('all nodes are cordoned before the first is drained: nothing moves within the zone', () => {
    const result = drained([twoEach, workload('web', 4, { pins: { 0: 'asg-b-0', 1: 'asg-b-0', 2: 'asg-b-1', 3: 'asg-b-1' }, podDisruptionBudget: { maxUnavailable: 1 } })], ...zone);
    expect(result.outcome).toBe('drained');
    expect(result.nodes.flatMap(({ rounds: each }) => each.flatMap(({ evicted }) => evicted.map(({ to }) => to?.slice(0, 5))))).not.toContain('asg-b');
    expect(result.workloads).toEqual([{ name: 'default/web', before: 4, lowest: 3, after: 4, needed: 3 }]);
  });

  test('a node that blocks keeps kubectl from the next', () => {
    const result = drained([twoEach, workload('web', 1, { ...on('asg-b-0', 1), podDisruptionBudget: { maxUnavailable: 0 } }), workload('api', 1, on('asg-b-1', 1))], ...zone);
    expect(result.nodes.map(({ node, outcome }) => `${node} ${outcome}`)).toEqual(['asg-b-0 blocked', 'asg-b-1 not-reached']);
  });

  test('strict spread over zones holds pods back: a cordoned zone still counts', () => {
    const result = drained([twoEach, workload('web', 6, { topologySpreadConstraints: overZones })], ...zone);
    expect(result.waiting.map(({ pod, cause }) => `${short(pod)} ${cause}`)).toEqual(['web-1 rules', 'web-4 rules']);
  });
});

test('tells how many nodes have had their turn', () => {
  const turns: (readonly number[])[] = [];
  drain(place(design({ settings: eks, entities: nodes }), firstCatalog), new Set(['n1', 'n3']), (done, total) => turns.push([done, total]));
  expect(turns).toEqual([[0, 2], [1, 2]]);
});
