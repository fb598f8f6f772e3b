import { describe, expect, test } from 'vitest';
import type { PersistentVolume, PersistentVolumeClaim, Pod, PodDisruptionBudget, StorageClass } from '../kubernetes/objects';
import { asking, clusterOf, nodeOf, podOf } from '../testing/clusterBuilders';
import { queueOrder } from './queueOrder';
import { explainPod, schedulePod, scheduleSequence } from './schedule';
import { createSnapshot } from './snapshot';

const ZONE = 'topology.kubernetes.io/zone';
const zonal = (name: string, zone: string): ReturnType<typeof nodeOf> => nodeOf(name, { [ZONE]: zone });

describe('the queue', () => {
  test('higher priority first, then older, then as listed', () => {
    const at = (name: string, priority: number | undefined, creationTimestamp: string): Pod =>
      podOf(name, priority === undefined ? {} : { priority }, { metadata: { creationTimestamp } });
    const pods = [
      at('young', undefined, '2026-01-02T00:00:00Z'),
      at('low', -1, '2026-01-01T00:00:00Z'),
      at('old', 0, '2026-01-01T00:00:00Z'),
      at('twin', 0, '2026-01-01T00:00:00Z'),
      at('high', 5, '2026-01-03T00:00:00Z'),
    ];
    expect(queueOrder(pods).map(({ metadata }) => metadata.name)).toEqual(['high', 'old', 'twin', 'young', 'low']);
  });
});

describe('one pod', () => {
  test('no nodes', () => {
    expect(schedulePod(createSnapshot(clusterOf([])), podOf('p'))).toEqual({
      pod: 'default/p',
      outcome: 'unschedulable',
      message: 'no nodes available to schedule pods',
    });
  });

  test('a gated pod waits, whatever the cluster', () => {
    const pod = podOf('p', { schedulingGates: [{ name: 'a' }, { name: 'b' }] });
    expect(schedulePod(createSnapshot(clusterOf([nodeOf('n')])), pod)).toEqual({
      pod: 'default/p',
      outcome: 'gated',
      preFilterMessage: 'waiting for scheduling gates: [a b]',
    });
  });

  test('reasons are counted and sorted as texts', () => {
    const cordoned = nodeOf('c', {}, { spec: { unschedulable: true } });
    const small = Array.from({ length: 10 }, (_, i) => nodeOf(`n${i}`));
    expect(schedulePod(createSnapshot(clusterOf([cordoned, ...small])), podOf('p', asking('5'))).message).toBe(
      '0/11 nodes are available: 1 node(s) were unschedulable, 10 Insufficient cpu.',
    );
  });

  test('the only feasible node needs no score', () => {
    const snapshot = createSnapshot(clusterOf([nodeOf('n')]));
    expect(explainPod(snapshot, podOf('p'))).toMatchObject({ node: 'n', bestNodes: ['n'], nodes: { n: {} } });
  });

  test.each([
    ['1.34', 75, 100],
    ['1.36', 62, 87],
  ])('%s scores the balance of cpu and memory as its version does', (kubernetesVersion, full, other) => {
    const cluster = clusterOf([nodeOf('a'), nodeOf('b')], [podOf('x', { ...asking('0', '8Gi'), nodeName: 'b' })]);
    const { nodes } = explainPod(createSnapshot(cluster), podOf('p', asking('2')), { kubernetesVersion });
    expect(nodes).toMatchObject({
      a: { scores: { NodeResourcesBalancedAllocation: full } },
      b: { scores: { NodeResourcesBalancedAllocation: other } },
    });
  });

  test.each([
    ['1.29', undefined],
    ['1.30', 75],
    ['1.32', 75],
    ['1.33', undefined],
    ['1.36', undefined],
    [undefined, undefined],
  ])('%s scores the balance for a pod that asks for nothing: %s', (kubernetesVersion, score) => {
    const cluster = clusterOf([nodeOf('a'), nodeOf('b')], [podOf('x', { ...asking('2'), nodeName: 'a' })]);
    const { nodes } = explainPod(createSnapshot(cluster), podOf('p', { containers: [{ name: 'c' }] }), kubernetesVersion === undefined ? {} : { kubernetesVersion });
    const verdict = nodes?.['a'];
    const scores = verdict !== undefined && 'scores' in verdict ? verdict.scores : undefined;
    expect(scores).toHaveProperty('NodeResourcesFit');
    expect(scores?.['NodeResourcesBalancedAllocation']).toBe(score);
  });

  test('a DaemonSet pod looks at its own node only', () => {
    const pod = podOf('p', {
      ...asking('5'),
      affinity: {
        nodeAffinity: {
          requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [{ matchFields: [{ key: 'metadata.name', operator: 'In', values: ['b'] }] }] },
        },
      },
    });
    expect(schedulePod(createSnapshot(clusterOf([nodeOf('a'), nodeOf('b')])), pod).message).toBe(
      "0/2 nodes are available: 1 Insufficient cpu, 1 node(s) didn't satisfy plugin(s) [NodeAffinity].",
    );
  });

  test('ties are drawn evenly where a seed says so, the same each time', () => {
    const snapshot = createSnapshot(clusterOf(['a', 'b', 'c', 'd'].map((name) => nodeOf(name))));
    const pods = Array.from({ length: 400 }, (_, i) => podOf(`p${i}`, { containers: [] }));
    const draw = (seed: number): (string | undefined)[] =>
      scheduleSequence(snapshot.clone(), pods, { tieBreak: { kind: 'seed', seed } }).verdicts.map(({ node }) => node);
    expect(draw(1)).toEqual(draw(1));
    expect(draw(1)).not.toEqual(draw(2));
    expect(new Set(draw(1).slice(0, 20)).size).toBe(4);
    expect(schedulePod(snapshot, podOf('p')).node).toBe('a');
  });
});

describe('preemption', () => {
  const full = (name: string, node: string, priority: number, startTime = '2026-01-01T00:00:00Z'): Pod =>
    podOf(name, { ...asking('2'), nodeName: node, priority }, { labels: { app: name }, status: { startTime } });
  const budget: PodDisruptionBudget = {
    apiVersion: 'policy/v1',
    kind: 'PodDisruptionBudget',
    metadata: { name: 'b', namespace: 'default' },
    spec: { selector: { matchLabels: { app: 'a1' } } },
    status: { disruptionsAllowed: 0 },
  };
  const vip = podOf('vip', { ...asking('2'), priority: 10 });

  test.each<[string, Pod[], PodDisruptionBudget[], Pod, unknown]>([
    ['the least important victim goes', [full('a1', 'a', 5), full('a2', 'a', 1), full('b1', 'b', 5), full('b2', 'b', 5)], [], vip, { node: 'a', victims: ['default/a2'] }],
    ['a budget that allows none is spared', [full('a1', 'a', 1), full('a2', 'a', 5), full('b1', 'b', 9), full('b2', 'b', 9)], [budget], vip, { node: 'a', victims: ['default/a2'] }],
    [
      'of equals, those that started last',
      [full('a1', 'a', 5), full('a2', 'a', 5), full('b1', 'b', 5, '2026-02-01T00:00:00Z'), full('b2', 'b', 5, '2026-03-01T00:00:00Z')],
      [],
      vip,
      { node: 'b', victims: ['default/b2'] },
    ],
    ['nobody is less important', [full('a1', 'a', 10), full('a2', 'a', 10), full('b1', 'b', 10), full('b2', 'b', 10)], [], vip, undefined],
    ['a pod may not want it', [full('a1', 'a', 1), full('a2', 'a', 1), full('b1', 'b', 1), full('b2', 'b', 1)], [], podOf('p', { ...vip.spec, preemptionPolicy: 'Never' }), undefined],
    ['no room even then', [full('a1', 'a', 1), full('a2', 'a', 1), full('b1', 'b', 1), full('b2', 'b', 1)], [], podOf('p', { ...asking('5'), priority: 10 }), undefined],
  ])('%s', (_name, pods, podDisruptionBudgets, pod, expected) => {
    const snapshot = createSnapshot(clusterOf([nodeOf('a'), nodeOf('b')], pods, { podDisruptionBudgets }));
    expect(schedulePod(snapshot, pod).preemption).toEqual(expected);
  });

  test('a pod that was promised a node takes it, and others leave it room', () => {
    const promised = podOf('vip', { ...asking('3'), priority: 10 }, { status: { nominatedNodeName: 'b' } });
    const snapshot = createSnapshot(clusterOf([nodeOf('a'), nodeOf('b')], [promised, full('a1', 'a', 0)]));
    expect(explainPod(snapshot, promised)).toMatchObject({ node: 'b', nodes: { b: {} } });
    expect(explainPod(snapshot, podOf('p', asking('2'))).nodes).toMatchObject({ a: {}, b: { rejectedBy: 'NodeResourcesFit' } });
    scheduleSequence(snapshot, [promised]);
    expect(schedulePod(snapshot, podOf('p', asking('1'))).node).toBe('a');
  });
});

describe('volumes', () => {
  const storageClass: StorageClass = {
    apiVersion: 'storage.k8s.io/v1',
    kind: 'StorageClass',
    metadata: { name: 'gp3' },
    provisioner: 'ebs.csi.aws.com',
    volumeBindingMode: 'WaitForFirstConsumer',
  };
  const claim: PersistentVolumeClaim = {
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    metadata: { name: 'data', namespace: 'default' },
    spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } }, storageClassName: 'gp3' },
  };
  const volumes = [{ name: 'data', persistentVolumeClaim: { claimName: 'data' } }];

  test('a claim that waited is bound in the zone of its pod, and holds the next pod there', () => {
    const cluster = clusterOf([zonal('a', 'z1'), zonal('b', 'z2')], [], { storageClasses: [storageClass], persistentVolumeClaims: [claim] });
    const snapshot = createSnapshot(cluster);
    const { verdicts, bound } = scheduleSequence(snapshot, [podOf('p', { volumes, nodeSelector: { [ZONE]: 'z2' } })]);
    expect(verdicts).toMatchObject([{ node: 'b' }]);
    expect([...bound]).toEqual([['default/data', 'pvc-default-data']]);
    expect(explainPod(snapshot, podOf('q', { volumes })).nodes).toMatchObject({
      a: { rejectedBy: 'VolumeBinding', reasons: ["node(s) didn't match PersistentVolume's node affinity"], resolvable: false },
      b: {},
    });
    expect(createSnapshot(cluster).storage.claim('default', 'data')?.spec.volumeName).toBeUndefined();
  });

  const volume = (labels: Record<string, string>): PersistentVolume => ({
    apiVersion: 'v1',
    kind: 'PersistentVolume',
    metadata: { name: 'pv', labels },
    spec: { capacity: { storage: '1Gi' }, accessModes: ['ReadWriteOnce'], storageClassName: 'gp3' },
  });
  const bound: PersistentVolumeClaim = {
    ...claim,
    metadata: { ...claim.metadata, annotations: { 'pv.kubernetes.io/bind-completed': 'yes' } },
    spec: { ...claim.spec, volumeName: 'pv' },
  };

  test.each<[string, Record<string, string>, string[]]>([
    ['a zone label on a volume', { [ZONE]: 'z1' }, ['b']],
    ['the old label speaks of the new one', { 'failure-domain.beta.kubernetes.io/zone': 'z2' }, ['a']],
    ['several zones', { [ZONE]: 'z1__z2' }, []],
  ])('%s', (_name, labels, refused) => {
    const nodes = [zonal('a', 'z1'), zonal('b', 'z2'), nodeOf('without')];
    const snapshot = createSnapshot(clusterOf(nodes, [], { storageClasses: [storageClass], persistentVolumeClaims: [bound], persistentVolumes: [volume(labels)] }));
    const table = Object.entries(explainPod(snapshot, podOf('p', { volumes })).nodes ?? {});
    expect(table.filter(([, verdict]) => 'rejectedBy' in verdict && verdict.rejectedBy === 'VolumeZone').map(([name]) => name)).toEqual(refused);
  });

  test('a bound claim without its volume is nobody to schedule for', () => {
    const snapshot = createSnapshot(clusterOf([nodeOf('a')], [], { persistentVolumeClaims: [bound] }));
    expect(schedulePod(snapshot, podOf('p', { volumes }))).toMatchObject({ preFilterRejectedBy: ['VolumeZone'], preFilterMessage: 'persistentvolume "pv" not found' });
  });

  test('an EBS volume without a claim belongs to one pod of a node', () => {
    const disk = { volumes: [{ name: 'd', awsElasticBlockStore: { volumeID: 'vol-1' } }] };
    const snapshot = createSnapshot(clusterOf([nodeOf('a')], [podOf('p', { ...disk, nodeName: 'a' })]));
    expect(schedulePod(snapshot, podOf('q', disk)).message).toBe('0/1 nodes are available: 1 node(s) had no available disk.');
  });
});
