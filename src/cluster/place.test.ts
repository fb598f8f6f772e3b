import { describe, expect, test } from 'vitest';
import { firstCatalog } from '../catalog/firstCatalog';
import { podRequests } from '../kubernetes/podRequests';
import { quantityMilliValue, quantityValue } from '../kubernetes/quantity';
import { design, fileSystem, group, overZones, service, storageClass, workload } from '../testing/designs';
import { sampleDesigns } from '../testing/sampleDesigns';
import { place } from './place';
import { replace } from './replace';

describe('place', () => {
  test('pods spread over zones, one on each node', () => {
    const placed = place(design({ entities: [group('asg', 'abc'), workload('web', 3, { topologySpreadConstraints: overZones })] }), firstCatalog);
    expect([...placed.nodeOf]).toEqual([
      ['default/web-0', 'asg-a-0'],
      ['default/web-1', 'asg-b-0'],
      ['default/web-2', 'asg-c-0'],
    ]);
    expect(placed.pending).toEqual([]);
    expect(placed.objects.pods.map(({ spec, status }) => [spec.nodeName, status?.phase])).toEqual([
      ['asg-a-0', 'Running'],
      ['asg-b-0', 'Running'],
      ['asg-c-0', 'Running'],
    ]);
    expect(new Set(placed.objects.pods.map(({ status }) => status?.podIP)).size).toBe(3);
  });

  test.each([
    ['no node at all', [workload('web', 1)], 'no nodes available to schedule pods'],
    ['no room', [group('asg', 'a'), workload('web', 1, { containers: [{ name: 'app', requests: { cpu: '2' } }] })], '0/1 nodes are available: 1 Insufficient cpu.'],
    ['a gate', [group('asg', 'a'), workload('web', 1, { schedulingGates: ['example.com/wait'] })], 'waiting for scheduling gates: [example.com/wait]'],
  ])('pending: %s', (_, entities, message) => {
    const placed = place(design({ zones: 'a', entities }), firstCatalog);
    expect(placed.pending.map((p) => [p.pod, p.message.toLowerCase()])).toEqual([['default/web-0', expect.stringContaining(message.toLowerCase())]]);
  });

  test('a waiting claim gets its volume in the zone of its pod', () => {
    const { objects, nodeOf } = place(
      design({
        entities: [
          group('asg', 'abc'),
          storageClass('gp3'),
          workload('db', 3, { type: 'StatefulSet', topologySpreadConstraints: overZones, volumes: [{ name: 'data', storageClass: 'sc-gp3' }] }),
        ],
      }),
      firstCatalog,
    );
    expect([...nodeOf.values()]).toEqual(['asg-a-0', 'asg-b-0', 'asg-c-0']);
    expect(objects.persistentVolumeClaims.map(({ metadata, spec, status }) => [metadata.name, spec.volumeName, status?.phase])).toEqual([
      ['data-db-0', 'pvc-default-data-db-0', 'Bound'],
      ['data-db-1', 'pvc-default-data-db-1', 'Bound'],
      ['data-db-2', 'pvc-default-data-db-2', 'Bound'],
    ]);
    expect(objects.persistentVolumes.map(({ spec }) => spec.nodeAffinity?.required?.nodeSelectorTerms[0]?.matchExpressions?.[0]?.values)).toEqual([
      ['ap-northeast-2a'],
      ['ap-northeast-2b'],
      ['ap-northeast-2c'],
    ]);
  });

  test('a pod of higher priority takes the place of a pinned one, which is placed anew or waits', () => {
    const big = [{ name: 'app', requests: { cpu: '1500m' } }];
    const placed = place(
      design({
        zones: 'a',
        entities: [group('asg', 'a', 1), workload('low', 1, { containers: big, pins: { '0': 'asg-a-0' } }), workload('high', 1, { containers: big, priority: 100 })],
      }),
      firstCatalog,
    );
    expect([...placed.nodeOf]).toEqual([['default/high-0', 'asg-a-0']]);
    expect(placed.preempted).toEqual(['default/low-0']);
    expect(placed.pending).toEqual([{ pod: 'default/low-0', message: expect.stringContaining('Insufficient cpu') }]);
    expect(placed.objects.pods.map(({ spec }) => spec.nodeName)).toEqual(['asg-a-0', undefined]);
  });

  test('budgets count the pods that run', () => {
    const { objects } = place(
      design({ entities: [group('asg', 'abc'), workload('web', 3, { podDisruptionBudget: { minAvailable: '50%' } })] }),
      firstCatalog,
    );
    expect(objects.podDisruptionBudgets.map(({ status }) => status)).toEqual([{ currentHealthy: 3, desiredHealthy: 2, disruptionsAllowed: 1, expectedPods: 3 }]);
  });

  test('placement depends neither on the order of entities nor on a second run, and leaves the design as it was', () => {
    const entities = [
      group('asg', 'abc', 6),
      fileSystem('efs', 'abc'),
      storageClass('gp3', { volumeBindingMode: 'Immediate' }),
      workload('db', 3, { type: 'StatefulSet', volumes: [{ name: 'data', storageClass: 'sc-gp3' }, { name: 'shared', fileSystem: 'efs' }] }),
      workload('web', 7, { topologySpreadConstraints: overZones, priority: 10 }),
      service('web', { type: 'LoadBalancer' }),
    ];
    const one = design({ controlPlane: 'abc', entities });
    const text = JSON.stringify(one);
    const results = [one, one, design({ controlPlane: 'abc', entities: [...entities].reverse() })].map((d) => JSON.stringify(place(d, firstCatalog).objects));
    expect(new Set(results).size).toBe(1);
    expect(JSON.stringify(one)).toBe(text);
  });
});

test.each(Object.entries(sampleDesigns))('no node of "%s" holds more than it has, but for what was pinned there', (_, drawn) => {
  const { cluster, nodeOf } = place(drawn, firstCatalog);
  for (const { name, object } of cluster.nodes) {
    const pods = cluster.pods.filter(({ key, pinnedTo }) => nodeOf.get(key) === name && pinnedTo === null).map((pod) => podRequests(pod.object));
    const allocatable = object.status.allocatable ?? {};
    expect(pods.reduce((sum, { milliCpu }) => sum + milliCpu, 0)).toBeLessThanOrEqual(quantityMilliValue(allocatable['cpu']));
    expect(pods.reduce((sum, { memory }) => sum + memory, 0)).toBeLessThanOrEqual(quantityValue(allocatable['memory']));
    expect(pods.length).toBeLessThanOrEqual(quantityValue(allocatable['pods']));
  }
});

test('a full cluster: what does not fit waits', () => {
  const { nodeOf, pending } = place(design({ zones: 'a', entities: [group('asg', 'a', 2), workload('web', 60, { containers: [{ name: 'app' }] })] }), firstCatalog);
  expect([nodeOf.size, pending.length, pending[0]?.message]).toEqual([54, 6, '0/2 nodes are available: 2 Too many pods.']);
});

describe('chance', () => {
  /** Share of the seeds 1 to 2,000 for which something holds. */

  test.each([
    ['one pod on three equal nodes', design({ entities: [group('asg', 'abc'), workload('web')] }), { seed: 1 }, 1],
    ['a node for each of three pods: the last has no choice', design({ entities: [group('asg', 'abc'), workload('web', 3, { topologySpreadConstraints: overZones })] }), { seed: 1 }, 2],
    ['without a seed nothing is drawn', design({ entities: [group('asg', 'abc'), workload('web')] }), { seed: null }, 0],
    ['one node', design({ zones: 'a', entities: [group('asg', 'a'), workload('web', 3)] }), { seed: 1 }, 0],
  ])('%s', (_, drawn, options, times) => {
    expect(place(drawn, firstCatalog, options).drawn).toBe(times);
  });

  test('seeds that follow each other are dealt evenly, and a loss draws independently of what was drawn before', () => {
    // Upstream: one in three for each node, and after node a is lost one in two for each of the others, whatever web-0 drew.
    const drawn = design({ entities: [group('asg', 'abc'), workload('web')] });
    const nodes = (seed: number) => {
      const placed = place(drawn, firstCatalog, { seed });
      const after = replace(placed, { deadNodes: new Set(['asg-a-0']), newNodes: [] });
      return { before: placed.nodeOf.get('default/web-0'), after: after.nodeOf.get('default/web-0'), drawn: after.drawn };
    };
    const draws = Array.from({ length: 2000 }, (_, i) => nodes(i + 1));
    const shareOf = (holds: (draw: (typeof draws)[number]) => boolean) => draws.filter(holds).length / draws.length;
    for (const node of ['asg-a-0', 'asg-b-0', 'asg-c-0']) expect(Math.abs(shareOf(({ before }) => before === node) - 1 / 3)).toBeLessThan(0.03);
    for (const node of ['asg-b-0', 'asg-c-0']) expect(Math.abs(shareOf(({ before, after }) => before === 'asg-a-0' && after === node) - 1 / 6)).toBeLessThan(0.03);
    for (const { before, drawn: again } of draws) expect(again).toBe(before === 'asg-a-0' ? 1 : 0);
  });
});
