import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NO_OBJECTS } from '../kubernetes/clusterObjects';
import type { Affinity, CSINode, Node, PersistentVolume, PersistentVolumeClaim, Pod, PodSpec, Service, StorageClass, TopologySpreadConstraint } from '../kubernetes/objects';
import { objectKey } from '../kubernetes/objects';
import type { ScheduleOptions } from './schedule';
import { scheduleSequence } from './schedule';
import { createSnapshot } from './snapshot';
import type { Snapshot } from './snapshot';

/** The fast way of placing pods must decide what the plain way decides: outcome, node, ties, words, preemption. */

const zone = fc.constantFrom('a', 'b', 'c', undefined);
const app = fc.constantFrom('web', 'api', 'db');
const tier = fc.constantFrom('front', 'back');
const key = fc.constantFrom('topology.kubernetes.io/zone', 'kubernetes.io/hostname', 'disk');

const selector = fc.oneof(
  app.map((value) => ({ matchLabels: { app: value } })),
  tier.map((value) => ({ matchExpressions: [{ key: 'tier', operator: 'In' as const, values: [value] }] })),
  fc.constant({ matchExpressions: [{ key: 'app', operator: 'Exists' as const }] }),
  fc.constant({}),
);

function some<T>(arbitrary: fc.Arbitrary<T>, max = 2): fc.Arbitrary<T[]> {
  return fc.oneof({ weight: 3, arbitrary: fc.constant<T[]>([]) }, { weight: 2, arbitrary: fc.array(arbitrary, { minLength: 1, maxLength: max }) });
}

const term = fc.record(
  { topologyKey: key, labelSelector: selector, namespaces: fc.constant(['default', 'other']), namespaceSelector: fc.constant({ matchLabels: { team: 'x' } }) },
  { requiredKeys: ['topologyKey', 'labelSelector'] },
);
const weighted = fc.record({ weight: fc.integer({ min: 1, max: 100 }), podAffinityTerm: term });
const nodeTerm = fc.record({ matchExpressions: fc.tuple(fc.record({ key: fc.constant('disk'), operator: fc.constantFrom('In', 'NotIn'), values: fc.tuple(fc.constantFrom('ssd', 'hdd')) })) });

const affinity: fc.Arbitrary<Affinity> = fc
  .record({ hard: some(term, 1), hardAnti: some(term, 1), soft: some(weighted), softAnti: some(weighted), node: some(nodeTerm, 1), softNode: some(fc.record({ weight: fc.integer({ min: 1, max: 50 }), preference: nodeTerm })) })
  .map(({ hard, hardAnti, soft, softAnti, node, softNode }) => ({
    podAffinity: { requiredDuringSchedulingIgnoredDuringExecution: hard, preferredDuringSchedulingIgnoredDuringExecution: soft },
    podAntiAffinity: { requiredDuringSchedulingIgnoredDuringExecution: hardAnti, preferredDuringSchedulingIgnoredDuringExecution: softAnti },
    nodeAffinity: {
      ...(node.length === 0 ? {} : { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: node } }),
      ...(softNode.length === 0 ? {} : { preferredDuringSchedulingIgnoredDuringExecution: softNode }),
    },
  }));

const spread: fc.Arbitrary<TopologySpreadConstraint> = fc.record(
  {
    maxSkew: fc.integer({ min: 1, max: 3 }),
    topologyKey: key,
    whenUnsatisfiable: fc.constantFrom('DoNotSchedule', 'ScheduleAnyway'),
    labelSelector: selector,
    minDomains: fc.integer({ min: 1, max: 4 }),
    nodeAffinityPolicy: fc.constantFrom('Honor', 'Ignore'),
    nodeTaintsPolicy: fc.constantFrom('Honor', 'Ignore'),
    matchLabelKeys: fc.constant(['tier']),
  },
  { requiredKeys: ['maxSkew', 'topologyKey', 'whenUnsatisfiable', 'labelSelector'] },
);

const cpu = fc.constantFrom('100m', '500m', '1', '2', '0');
const taint = fc.record({ key: fc.constant('dedicated'), value: fc.constantFrom('x', 'y'), effect: fc.constantFrom('NoSchedule', 'PreferNoSchedule', 'NoExecute') });

const spec: fc.Arbitrary<PodSpec> = fc
  .record({
    requests: fc.record({ cpu, memory: fc.constantFrom('128Mi', '1Gi', '3Gi'), 'nvidia.com/gpu': fc.constant('1') }, { requiredKeys: [] }),
    image: fc.constantFrom('web:1', 'big:1'),
    hostPort: fc.constantFrom(undefined, undefined, undefined, 8080),
    affinity: fc.option(affinity, { nil: undefined, freq: 2 }),
    spread: some(spread),
    tolerations: some(fc.record({ key: fc.constant('dedicated'), operator: fc.constant('Equal' as const), value: fc.constantFrom('x', 'y') }), 1),
    priority: fc.constantFrom(0, 0, 0, 100),
    nodeSelector: fc.constantFrom(undefined, undefined, { disk: 'ssd' }),
    claim: fc.constantFrom(undefined, undefined, undefined, 'data', 'own'),
    named: fc.constantFrom(undefined, undefined, undefined, ['n0'], ['n1', 'n2', 'gone']),
  })
  .map(({ requests, image, hostPort, affinity: podAffinity, spread: topologySpreadConstraints, tolerations, priority, nodeSelector, claim, named }) => ({
    containers: [{ name: 'c', image, resources: { requests }, ...(hostPort === undefined ? {} : { ports: [{ containerPort: 80, hostPort }] }) }],
    tolerations,
    priority,
    ...(topologySpreadConstraints.length === 0 ? {} : { topologySpreadConstraints }),
    ...(named !== undefined ? { affinity: daemonAffinity(named) } : podAffinity === undefined ? {} : { affinity: podAffinity }),
    ...(nodeSelector === undefined ? {} : { nodeSelector }),
    ...(claim === undefined ? {} : { volumes: [{ name: 'data', persistentVolumeClaim: { claimName: claim } }] }),
  }));

/** As a DaemonSet's controller writes it. */
function daemonAffinity(names: readonly string[]): Affinity {
  const nodeSelectorTerms = names.map((name) => ({ matchFields: [{ key: 'metadata.name', operator: 'In' as const, values: [name] }] }));
  return { nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms } } };
}

const workload = fc.record({ spec, labels: fc.record({ app, tier }, { requiredKeys: ['app'] }), namespace: fc.constantFrom('default', 'default', 'other') });

function nodes(minLength: number, maxLength: number): fc.Arbitrary<Node[]> {
  return fc
    .array(
      fc.record({
        zone,
        disk: fc.constantFrom('ssd', 'hdd', undefined),
        cpu: fc.constantFrom('1', '2', '4'),
        taints: some(taint, 1),
        cordoned: fc.constantFrom(false, false, false, true),
        gpu: fc.constantFrom(undefined, '2'),
        image: fc.boolean(),
      }),
      { minLength, maxLength },
    )
    .map((all) => all.map((n, i) => nodeOf(`n${i}`, n)));
}

function nodeOf(name: string, n: { zone: string | undefined; disk?: string | undefined; cpu: string; taints?: Node['spec'] extends infer S ? (S extends { taints?: infer T } ? T : never) : never; cordoned?: boolean; gpu?: string | undefined; image?: boolean }): Node {
  return {
    apiVersion: 'v1',
    kind: 'Node',
    metadata: {
      name,
      labels: { 'kubernetes.io/hostname': name, ...(n.zone === undefined ? {} : { 'topology.kubernetes.io/zone': n.zone }), ...(n.disk === undefined ? {} : { disk: n.disk }) },
    },
    spec: { taints: n.taints ?? [], unschedulable: n.cordoned ?? false },
    status: {
      allocatable: { cpu: n.cpu, memory: '8Gi', pods: '6', ...(n.gpu === undefined ? {} : { 'nvidia.com/gpu': n.gpu }) },
      images: n.image === true ? [{ names: ['big:1'], sizeBytes: 500_000_000 }] : [],
    },
  };
}

const services: readonly Service[] = [{ apiVersion: 'v1', kind: 'Service', metadata: { name: 'web', namespace: 'default' }, spec: { selector: { app: 'web' } } }];
const delayed = { apiVersion: 'storage.k8s.io/v1', kind: 'StorageClass', volumeBindingMode: 'WaitForFirstConsumer' } as const;
const storageClasses: readonly StorageClass[] = [
  { ...delayed, metadata: { name: 'gp3' }, provisioner: 'ebs.csi.aws.com' },
  { ...delayed, metadata: { name: 'zonal' }, provisioner: 'ebs.csi.aws.com', allowedTopologies: [{ matchLabelExpressions: [{ key: 'topology.kubernetes.io/zone', values: ['a', 'b'] }] }] },
  { ...delayed, metadata: { name: 'local' }, provisioner: 'kubernetes.io/no-provisioner' },
];
/** A claim that waits, one whose node has been selected, and one bound to a volume in zone a or to one that is gone. */
const ownClaim = fc.record({ storageClassName: fc.constantFrom('gp3', 'gp3', 'zonal', 'local'), state: fc.constantFrom('waiting', 'waiting', 'selected', 'bound', 'bound', 'lost'), mode: fc.constantFrom('ReadWriteOnce', 'ReadWriteOnce', 'ReadWriteOncePod') });

function claimOf(name: string, namespace: string, { storageClassName, state, mode }: typeof ownClaim extends fc.Arbitrary<infer T> ? T : never): PersistentVolumeClaim {
  const annotations = state === 'selected' ? { 'volume.kubernetes.io/selected-node': 'n0' } : state === 'waiting' ? {} : { 'pv.kubernetes.io/bind-completed': 'yes' };
  const volume = state === 'bound' ? { volumeName: 'in-a' } : state === 'lost' ? { volumeName: 'gone' } : {};
  return {
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    metadata: { name, namespace, annotations },
    spec: { accessModes: [mode], resources: { requests: { storage: '1Gi' } }, storageClassName, ...volume },
  };
}

function volumeOf(name: string, key: string, value: string, spec: Partial<PersistentVolume['spec']>): PersistentVolume {
  return {
    apiVersion: 'v1',
    kind: 'PersistentVolume',
    metadata: { name },
    spec: { capacity: { storage: '1Gi' }, accessModes: ['ReadWriteOnce'], nodeAffinity: { required: { nodeSelectorTerms: [{ matchExpressions: [{ key, operator: 'In', values: [value] }] }] } }, ...spec },
    status: { phase: 'Available' },
  };
}

/** One in a zone, which claims are bound to, and two on disks of nodes, which claims of the class `local` may take. */
const volumes: readonly PersistentVolume[] = [
  volumeOf('in-a', 'topology.kubernetes.io/zone', 'a', { csi: { driver: 'ebs.csi.aws.com', volumeHandle: 'vol-a' } }),
  ...['n0', 'n1'].map((node) => volumeOf(`on-${node}`, 'kubernetes.io/hostname', node, { storageClassName: 'local' })),
];

function csiNodeOf(name: string, count: number): CSINode {
  return { apiVersion: 'storage.k8s.io/v1', kind: 'CSINode', metadata: { name }, spec: { drivers: [{ name: 'ebs.csi.aws.com', nodeID: name, allocatable: { count } }] } };
}

function scenario(nodeList: fc.Arbitrary<Node[]>, pods: number) {
  return fc.record({
    nodes: nodeList,
    workloads: fc.array(workload, { minLength: 1, maxLength: 4 }),
    order: fc.array(fc.record({ workload: fc.nat(), place: fc.option(fc.nat(), { nil: undefined, freq: 3 }), leaving: fc.constantFrom(false, false, true) }), { minLength: pods / 4, maxLength: pods }),
    removed: fc.array(fc.nat(), { maxLength: 3 }),
    forgotten: fc.array(fc.nat(), { maxLength: 3 }),
    seed: fc.option(fc.integer(), { nil: undefined }),
    version: fc.constantFrom('1.32', '1.34', '1.36'),
    owned: fc.array(ownClaim, { minLength: 1, maxLength: 4 }),
    attachable: fc.constantFrom(undefined, 1, 3),
  });
}

type Scenario = ReturnType<typeof scenario> extends fc.Arbitrary<infer T> ? T : never;

function pick<T>(list: readonly T[], at: number): T {
  const item = list[at % list.length];
  if (item === undefined) throw new Error('nothing to pick from');
  return item;
}

/** Places pods, takes nodes and pods away, adds a node, and places the same pods' like again: on a clone, as failures do. */
function play({ nodes: nodeList, workloads, order, removed, forgotten, seed, version, owned, attachable }: Scenario, options: ScheduleOptions): unknown {
  const pods = order.map(({ workload: w, place, leaving }, i): Pod => {
    const { spec: shared, labels, namespace } = pick(workloads, w);
    // As a StatefulSet's pods: all alike but for the claim.
    const podSpec = shared.volumes?.[0]?.persistentVolumeClaim?.claimName === 'own' ? { ...shared, volumes: [{ name: 'data', persistentVolumeClaim: { claimName: `own-${i}` } }] } : shared;
    const node = place === undefined ? undefined : pick(nodeList, place).metadata.name;
    return {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name: `p${i}`, namespace, labels, ...(leaving && node !== undefined ? { deletionTimestamp: '2026-01-01T00:00:00Z' } : {}) },
      spec: node === undefined ? podSpec : { ...podSpec, nodeName: node },
    };
  });
  const snapshot = createSnapshot({
    ...NO_OBJECTS,
    nodes: nodeList,
    pods,
    services,
    namespaces: [{ apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'other', labels: { team: 'x' } } }],
    storageClasses,
    persistentVolumes: volumes,
    persistentVolumeClaims: [
      ...['default', 'other'].map((namespace) => claimOf('data', namespace, { storageClassName: 'gp3', state: 'waiting', mode: 'ReadWriteOnce' })),
      ...pods.map(({ metadata: { namespace = 'default' } }, i) => claimOf(`own-${i}`, namespace, pick(owned, i))),
    ],
    csiNodes: attachable === undefined ? [] : nodeList.map(({ metadata: { name } }) => csiNodeOf(name, attachable)),
  });
  const all: ScheduleOptions = { ...options, bestNodes: true, kubernetesVersion: version, ...(seed === undefined ? {} : { tieBreak: { kind: 'seed', seed } }) };
  const pending = pods.filter((pod) => pod.spec.nodeName === undefined);
  const run = (on: Snapshot, list: readonly Pod[]): unknown =>
    scheduleSequence(on, list, all).verdicts.map(({ nodes: _nodes, ...verdict }) => verdict);
  const before = run(snapshot, pending);
  const copy = snapshot.clone();
  for (const at of removed) copy.removeNode(pick(nodeList, at).metadata.name);
  for (const at of forgotten) copy.forget(objectKey(pick(pods, at)));
  copy.addNode(nodeOf('n-new', { zone: 'd', disk: 'ssd', cpu: '4' }));
  const again = pending.map((pod) => ({ ...pod, metadata: { ...pod.metadata, name: `${pod.metadata.name}-again` } }));
  return { before, after: run(copy, again), untouched: run(snapshot.clone(), again) };
}

describe('the fast way decides as the plain way', () => {
  test.each([
    ['small clusters', scenario(nodes(1, 8), 24), 250],
    ['sampled clusters', scenario(nodes(101, 130), 40), 15],
  ] as const)('%s', (_name, arbitrary, numRuns) => {
    fc.assert(
      fc.property(arbitrary, (drawn) => {
        expect(play(drawn, {})).toEqual(play(drawn, { detail: true }));
      }),
      { numRuns, seed: 20260101 },
    );
  }, 120_000);
});
