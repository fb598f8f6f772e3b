import { describe, expect, test } from 'vitest';
import { settledPlacement } from '../addons/settledPlacement';
import { firstCatalog } from '../catalog/firstCatalog';
import { design, group, instance, overZones, storageClass, workload, type DesignInput } from '../testing/designs';
import { baselineOf } from './baseline';
import { capacityFailures, withoutCapacity } from './noCapacity';

const A = 'ap-northeast-2a';
const B = 'ap-northeast-2b';
const C = 'ap-northeast-2c';

const baseline = (input: DesignInput) => baselineOf(settledPlacement(design({ settings: { controlPlane: 'eks' }, ...input }), firstCatalog));

const web = workload('web', 6, { topologySpreadConstraints: overZones });
const onDisk = workload('db', 3, { type: 'StatefulSet', volumes: [{ name: 'data', storageClass: 'sc-gp3' }], topologySpreadConstraints: overZones });
const large = (replicas: number) => workload('large', replicas, { containers: [{ name: 'app', requests: { cpu: '1500m', memory: '128Mi' } }] });
const only = { distribution: 'balanced-only' as const };

type Row = readonly [what: string, input: DesignInput, lost: string | null, groups: readonly object[], failure: object];

describe('no capacity in zone b', () => {
  test.each<Row>([
    ['its instances are launched in other zones; once there is capacity again AZRebalance terminates those undrained', { entities: [group('asg', 'abc', 3, { min: 3 })] }, null, [{ group: 'asg', minimum: 3, lowest: 2, replacements: { [A]: 1 }, failed: { [B]: 1 }, retried: 0, shortOfMinimum: 0, before: { [A]: 2, [C]: 1 }, launches: { [B]: 1 }, terminations: [{ node: 'asg-a-0', zone: A }], after: { [A]: 1, [B]: 1, [C]: 1 } }], { zones: [], nodes: ['asg-b-0'] }],
    ['AZRebalance is suspended: it stays uneven', { entities: [group('asg', 'ab', 4, { azRebalance: false })] }, null, [{ replacements: { [A]: 2 }, launches: {}, terminations: [], after: { [A]: 4 }, imbalance: 4 }], {}],
    ['balanced-only tries again and again, below its minimum', { entities: [group('asg', 'abc', 3, { min: 3, ...only })] }, null, [{ replacements: {}, failed: { [B]: 1 }, retried: 1, lowest: 2, shortOfMinimum: 1, before: { [A]: 1, [C]: 1 }, launches: { [B]: 1 }, terminations: [] }], {}],
    ['a zonal group has no other zone', { entities: [group('asg', 'b', 2, { min: 1 }), group('other', 'a', 1)] }, null, [{ group: 'asg', replacements: {}, failed: { [B]: 2 }, retried: 2, lowest: 0, shortOfMinimum: 1, before: {} }], {}],
    ['machines without a group run on', { entities: [instance('own', 'b')] }, null, [], { nodes: [], podsLost: 0 }],
    ['zone a is lost: all comes up in c', { entities: [group('asg', 'abc', 6)] }, A, [{ replacements: { [C]: 2 }, failed: { [A]: 2 }, before: { [B]: 2, [C]: 4 }, launches: { [A]: 2 }, after: { [A]: 2, [B]: 2, [C]: 2 } }], { zones: [A], nodes: [] }],
    ['zone c is lost: a group over b and c cannot grow', { entities: [group('asg', 'bc', 4, { min: 4 })] }, C, [{ replacements: {}, failed: { [C]: 2 }, retried: 2, lowest: 2, shortOfMinimum: 2, before: { [B]: 2 } }], {}],
    ['an autoscaler orders none there either', { settings: { controlPlane: 'eks', addons: { clusterAutoscaler: {} } }, entities: [group('asg', 'ab', 2, { max: 6 }), large(3)] }, null, [{ before: { [A]: 3 }, retried: 0 }], { podsPendingAfter: 0 }],
  ])('%s', (_, input, lost, groups, failure) => {
    const found = withoutCapacity(baseline(input), B, lost);
    expect(found.groups).toMatchObject(groups);
    expect(found).toMatchObject(failure);
  });

  test('a pod whose volume is there waits, and the zone is not counted as lost', () => {
    const { pods, workloads, volumes } = withoutCapacity(baseline({ entities: [storageClass('gp3'), group('asg', 'abc', 3), web, onDisk] }), B, null);
    expect(pods.map(({ pod, to }) => [pod, to])).toMatchObject([['default/db-1', null], ['default/web-1', expect.any(String)], ['default/web-4', expect.any(String)]]);
    expect(pods[0]?.message).toMatch(/didn't match PersistentVolume's node affinity/);
    expect(workloads.map(({ name, verdict }) => [name, verdict])).toEqual([['default/db', 'degraded'], ['default/web', 'survives']]);
    expect(volumes.unreachable).toEqual([]);
  });

  test('its own instances first, then each other zone', () => {
    const rows = capacityFailures(baseline({ entities: [group('asg', 'abc', 3)] }), B);
    expect(rows.map(({ zones, nodes }) => [...zones, ...nodes])).toEqual([['asg-b-0'], [A], [C]]);
  });
});
