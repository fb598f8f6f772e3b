import { describe, expect, test } from 'vitest';
import type { ClusterObjects } from '../kubernetes/clusterObjects';
import type { Node, ObjectMeta, Pod, PodDisruptionBudget, PodSpec, Taint } from '../kubernetes/objects';
import { asking, clusterOf, nodeOf, podOf } from '../testing/clusterBuilders';
import { readDeschedulerCluster } from './cluster';
import { deschedule } from './deschedule';
import { parsePolicy } from './policy';

const TAINTED: Taint = { key: 'dedicated', value: 'web', effect: 'NoSchedule' };
const replicaSet = (name = 'web', uid = name) => ({ apiVersion: 'apps/v1', kind: 'ReplicaSet', name, uid, controller: true });

interface Given {
  readonly strategy?: string;
  readonly args?: unknown;
  readonly evictor?: unknown;
  readonly policy?: object;
  readonly classes?: ReadonlyMap<string, number>;
  readonly now?: number;
}

const balance = new Set(['RemovePodsViolatingTopologySpreadConstraint', 'LowNodeUtilization', 'HighNodeUtilization', 'RemoveDuplicates']);

/** One cycle of one strategy: NodeTaints, which evicts whatever does not tolerate its node, unless another is named. */
function evicted(objects: ClusterObjects, { strategy = 'RemovePodsViolatingNodeTaints', args = {}, evictor, policy, classes = new Map(), now }: Given = {}): readonly string[] {
  const plugins = { [balance.has(strategy) ? 'balance' : 'deschedule']: { enabled: [strategy] } };
  const pluginConfig = [{ name: strategy, args }, ...(evictor === undefined ? [] : [{ name: 'DefaultEvictor', args: evictor }])];
  const parsed = parsePolicy({ apiVersion: 'descheduler/v1alpha2', kind: 'DeschedulerPolicy', profiles: [{ name: 'p', pluginConfig, plugins }], ...policy }, classes);
  if (!parsed.ok) throw new Error(`${parsed.error.path}: ${parsed.error.message}`);
  return deschedule(readDeschedulerCluster(objects), parsed.value, { now: now ?? null }).map(({ pod }) => pod.replace('default/', ''));
}

const tainted = nodeOf('a', {}, { spec: { taints: [TAINTED] } });
/** A pod of a ReplicaSet on node a. */
const onA = (name: string, spec: Partial<PodSpec> = {}, metadata: Partial<ObjectMeta> = {}, status: Pod['status'] = {}): Pod =>
  podOf(name, { nodeName: 'a', ...spec }, { labels: { app: 'web' }, metadata: { ownerReferences: [replicaSet()], ...metadata }, status });
const on = (node: string, name: string, spec: Partial<PodSpec> = {}, metadata: Partial<ObjectMeta> = {}): Pod => onA(name, { ...spec, nodeName: node }, metadata);
const two = (...pods: readonly Pod[]): ClusterObjects => clusterOf([tainted, nodeOf('b')], pods);

describe('the evictor', () => {
  const annotated = (key: string, value = '') => ({ annotations: { [key]: value } });
  const NO_EVICTION = annotated('descheduler.alpha.kubernetes.io/prefer-no-eviction');
  const claimed = { volumes: [{ name: 'v', persistentVolumeClaim: { claimName: 'data' } }] };
  const claims = (storageClassName?: string): Partial<ClusterObjects> => ({
    persistentVolumeClaims: [
      { apiVersion: 'v1', kind: 'PersistentVolumeClaim', metadata: { name: 'data', namespace: 'default' }, spec: { accessModes: [], resources: { requests: {} }, ...(storageClassName === undefined ? {} : { storageClassName }) } },
    ],
  });
  const gp3 = { podProtections: { extraEnabled: ['PodsWithPVC'], config: { PodsWithPVC: { protectedStorageClasses: [{ name: 'gp3' }] } } } };
  const disabled = (protection: string, more: object = {}) => ({ podProtections: { defaultDisabled: [protection] }, ...more });

  test.each<[string, boolean, Pod, Given?, Partial<ClusterObjects>?]>([
    ['a replica goes', true, onA('p')],
    ['asked to stay, which is a preference', true, onA('p', {}, NO_EVICTION)],
    ['asked to stay, which is obeyed', false, onA('p', {}, NO_EVICTION), { evictor: { noEvictionPolicy: 'Mandatory' } }],
    ['asked to go although it asks to stay', true, onA('p', {}, { annotations: { ...NO_EVICTION.annotations, 'descheduler.alpha.kubernetes.io/evict': 'false' } }), { evictor: { noEvictionPolicy: 'Mandatory' } }],
    ['asked to go although it is a mirror pod', true, onA('p', {}, { annotations: { 'kubernetes.io/config.mirror': 'x', 'descheduler.alpha.kubernetes.io/evict': '' } })],
    ['a mirror pod', false, onA('p', {}, annotated('kubernetes.io/config.mirror'))],
    ['a static pod', false, onA('p', {}, annotated('kubernetes.io/config.source', 'file'))],
    ['a pod from the API', true, onA('p', {}, annotated('kubernetes.io/config.source', 'api'))],
    ['a terminating pod', false, onA('p', {}, { deletionTimestamp: '2026-01-01T00:00:00Z' })],
    ['a finished pod', false, onA('p', {}, {}, { phase: 'Failed' })],
    ['a pod that waits for its image', true, onA('p', {}, {}, { phase: 'Pending' })],
    ['a system pod', false, onA('p', { priority: 2_000_000_000 })],
    ['a system pod, unprotected', true, onA('p', { priority: 2_000_001_000 }), { evictor: disabled('SystemCriticalPods') }],
    ['priority at the threshold', false, onA('p', { priority: 7 }), { evictor: { priorityThreshold: { value: 7 } } }],
    ['priority below it', true, onA('p', { priority: 6 }), { evictor: { priorityThreshold: { value: 7 } } }],
    ['no priority', true, onA('p'), { evictor: { priorityThreshold: { value: -1 } } }],
    ['the threshold of a class', false, onA('p', { priority: 7 }), { evictor: { priorityThreshold: { name: 'web' } }, classes: new Map([['web', 7]]) }],
    ['the threshold goes with the protection of system pods', true, onA('p', { priority: 9 }), { evictor: { priorityThreshold: { value: 7 }, evictSystemCriticalPods: true } }],
    ['a bare pod', false, onA('p', {}, { ownerReferences: [] })],
    ['a bare pod that runs is safe even so', false, onA('p', {}, { ownerReferences: [] }), { evictor: disabled('FailedBarePods') }],
    ['emptyDir', false, onA('p', { volumes: [{ name: 'v', emptyDir: {} }] })],
    ['hostPath', false, onA('p', { volumes: [{ name: 'v', hostPath: { path: '/' } }] })],
    ['emptyDir, unprotected', true, onA('p', { volumes: [{ name: 'v', emptyDir: {} }] }), { evictor: { evictLocalStoragePods: true } }],
    ['a DaemonSet pod', false, onA('p', {}, { ownerReferences: [{ ...replicaSet(), kind: 'DaemonSet' }] })],
    ['a DaemonSet pod, unprotected', true, onA('p', {}, { ownerReferences: [{ ...replicaSet(), kind: 'DaemonSet' }] }), { evictor: { evictDaemonSetPods: true } }],
    ['a claim', true, onA('p', claimed)],
    ['a claim, protected', false, onA('p', claimed), { evictor: { ignorePvcPods: true } }],
    ['a claim of a protected class', false, onA('p', claimed), { evictor: gp3 }, claims('gp3')],
    ['a claim of another class', true, onA('p', claimed), { evictor: gp3 }, claims('efs')],
    ['a claim without a class', false, onA('p', claimed), { evictor: gp3 }, claims()],
    ['a claim that is missing', false, onA('p', claimed), { evictor: gp3 }],
    ['no claim', true, onA('p'), { evictor: gp3 }],
    ['no budget, protected: issue 1882 protects all', false, onA('p'), { evictor: { ignorePodsWithoutPDB: true } }],
    ['a resource claim', true, onA('p', { resourceClaims: [{ name: 'gpu' }] })],
    ['a resource claim, protected', false, onA('p', { resourceClaims: [{ name: 'gpu' }] }), { evictor: { podProtections: { extraEnabled: ['PodsWithResourceClaims'] } } }],
    ['selected', true, onA('p'), { evictor: { labelSelector: { matchLabels: { app: 'web' } } } }],
    ['not selected', false, onA('p'), { evictor: { labelSelector: { matchLabels: { app: 'api' } } } }],
    ['too few replicas', false, onA('p'), { evictor: { minReplicas: 2 } }],
    ['enough, one of them pending and nowhere', true, onA('p'), { evictor: { minReplicas: 2 } }, { pods: [onA('p'), onA('q', { nodeName: '' }, {}, { phase: 'Pending' })] }],
    ['two owners are not counted', true, onA('p', {}, { ownerReferences: [replicaSet(), replicaSet('other')] }), { evictor: { minReplicas: 2 } }],
    ['old enough', true, onA('p', {}, {}, { startTime: '1970-01-01T00:00:00Z' }), { evictor: { minPodAge: '5m' }, now: 300_000 }],
    ['too young', false, onA('p', {}, {}, { startTime: '1970-01-01T00:00:01Z' }), { evictor: { minPodAge: '5m' }, now: 300_000 }],
    ['of unknown age', false, onA('p'), { evictor: { minPodAge: '5m' }, now: 300_000 }],
    ['of a namespace that is meant', true, onA('p'), { evictor: { namespaceLabelSelector: { matchLabels: { team: 'a' } } } }, { namespaces: [{ apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'default', labels: { team: 'a' } } }] }],
    ['of one that is not', false, onA('p'), { evictor: { namespaceLabelSelector: { matchExpressions: [{ key: 'team', operator: 'Exists' }] } } }, { namespaces: [{ apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'default' } }] }],
    ['of one that is not there', false, onA('p'), { evictor: { namespaceLabelSelector: { matchExpressions: [{ key: 'team', operator: 'DoesNotExist' }] } } }],
  ])('%s', (_name, goes, pod, given = {}, more = {}) => {
    expect(evicted({ ...two(pod), ...more }, given)).toEqual(goes ? ['p'] : []);
  });
});

describe('node fit', () => {
  const b = (spec: Node['spec'] = {}, more: { readonly labels?: Record<string, string>; readonly status?: Node['status'] } = {}): Node => nodeOf('b', more.labels, { spec: spec ?? {}, status: more.status ?? {} });
  const hates = (topologyKey: string, more: object = {}): Partial<PodSpec> => ({
    affinity: { podAntiAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [{ topologyKey, labelSelector: { matchLabels: { app: 'api' } }, ...more }] } },
  });
  const api = (name = 'api', namespace = 'default') => podOf(name, { nodeName: 'b' }, { labels: { app: 'api' }, metadata: { namespace } });
  const HOST = 'kubernetes.io/hostname';

  test.each<[string, boolean, Pod, Node, (readonly Pod[])?, object?]>([
    ['an empty node', true, onA('p'), b()],
    ['a cordoned one', false, onA('p'), b({ unschedulable: true })],
    ['one that is not ready', false, onA('p'), b({}, { status: { allocatable: { pods: '9' }, conditions: [{ type: 'Ready', status: 'Unknown' }] } })],
    ['one that the evictor does not look at', false, onA('p'), b(), [], { nodeSelector: 'pool=web' }],
    ['another pool', false, onA('p', { nodeSelector: { pool: 'web' } }), b({}, { labels: { pool: 'data' } })],
    ['a NoExecute taint', false, onA('p'), b({ taints: [{ key: 'k', effect: 'NoExecute' }] })],
    ['a PreferNoSchedule taint', true, onA('p'), b({ taints: [{ key: 'k', effect: 'PreferNoSchedule' }] })],
    ['a pod that it hates', false, onA('p', hates(HOST)), b(), [api()]],
    ['one of the same name', true, onA('p', hates(HOST)), b(), [api('p', 'shop')]],
    ['one of another namespace', true, onA('p', hates(HOST)), b(), [api('api', 'shop')]],
    ['one of a namespace that it names', false, onA('p', hates(HOST, { namespaces: ['shop'] })), b(), [api('api', 'shop')]],
    ['a namespaceSelector is not read', true, onA('p', hates(HOST, { namespaceSelector: {} })), b(), [api('api', 'shop')]],
    ['a topology that the node is not in', true, onA('p', hates('rack')), b(), [api()]],
    ['no room', false, onA('p', asking('3')), b(), [podOf('q', { nodeName: 'b', ...asking('2') })]],
    ['room to the last millicore', true, onA('p', asking('2')), b(), [podOf('q', { nodeName: 'b', ...asking('2') })]],
    ['no slot', false, onA('p'), b({}, { status: { allocatable: { cpu: '4', pods: '1' } } }), [podOf('q', { nodeName: 'b' })]],
    ['a resource that it lacks', false, onA('p', { containers: [{ name: 'c', resources: { requests: { 'nvidia.com/gpu': '1' } } }] }), b()],
    ['none of what is overcommitted', true, onA('p', asking('1')), b({}, { status: { allocatable: { cpu: '4', memory: '1', pods: '9' } } }), []],
    ['a request of 0 where memory is overcommitted', false, onA('p', asking('1', '0')), b({}, { status: { allocatable: { cpu: '4', memory: '1', pods: '9' } } }), [podOf('q', { nodeName: 'b', ...asking('0', '2') })]],
  ])('%s', (_name, fits, pod, node, others = [], evictor = {}) => {
    expect(evicted(clusterOf([tainted, node, nodeOf('cordoned', {}, { spec: { unschedulable: true } })], [pod, ...others]), { evictor: { nodeFit: true, ...evictor } })).toEqual(fits ? ['p'] : []);
  });
});

describe('limits', () => {
  const pods = ['a1', 'a2'].map((name) => on('a', name)).concat(['b1', 'b2'].map((name) => on('b', name)));
  const both = clusterOf([tainted, nodeOf('b', {}, { spec: { taints: [TAINTED] } })], pods);
  const budget = (name: string, disruptionsAllowed: number, app = 'web'): PodDisruptionBudget => ({
    apiVersion: 'policy/v1',
    kind: 'PodDisruptionBudget',
    metadata: { name, namespace: 'default' },
    spec: { selector: { matchLabels: { app } } },
    status: { disruptionsAllowed },
  });

  test.each<[string, readonly string[], object, Partial<ClusterObjects>?]>([
    ['none', ['a1', 'a2', 'b1', 'b2'], {}],
    ['total', ['a1', 'a2', 'b1'], { maxNoOfPodsToEvictTotal: 3 }],
    ['total of 0', [], { maxNoOfPodsToEvictTotal: 0 }],
    ['per node', ['a1', 'b1'], { maxNoOfPodsToEvictPerNode: 1 }],
    ['per namespace', ['a1', 'a2', 'b1'], { maxNoOfPodsToEvictPerNamespace: 3 }],
    ['a budget', ['a1'], {}, { podDisruptionBudgets: [budget('web', 1)] }],
    ['a budget of others', ['a1', 'a2', 'b1', 'b2'], {}, { podDisruptionBudgets: [budget('web', 0, 'api')] }],
    ['two budgets', [], {}, { podDisruptionBudgets: [budget('x', 9), budget('y', 9)] }],
    ['a budget, and a pod that does not run yet', ['b2'], {}, { podDisruptionBudgets: [budget('web', 0)], pods: [...pods.slice(0, 3), { ...pods[3]!, status: { phase: 'Pending' } }] }],
  ])('%s', (_name, gone, policy, more = {}) => {
    expect(evicted({ ...both, ...more }, { policy })).toEqual(gone);
  });

  test('the order of limits: the whole cycle ends where a node only would be left alone', () => {
    expect(evicted(both, { policy: { maxNoOfPodsToEvictTotal: 1, maxNoOfPodsToEvictPerNode: 1 } })).toEqual(['a1']);
  });
});

describe('a cycle', () => {
  const pods = [onA('p')];
  test.each<[string, readonly Node[], readonly string[], object?]>([
    ['one node: nothing is done', [tainted], []],
    ['the only other is not ready', [tainted, nodeOf('b', {}, { status: { conditions: [{ type: 'Ready', status: 'False' }] } })], []],
    ['the only other is not selected', [tainted, nodeOf('b', { pool: 'web' })], [], { nodeSelector: 'pool!=web' }],
    ['a cordoned node counts', [tainted, nodeOf('b', {}, { spec: { unschedulable: true } })], ['p']],
  ])('%s', (_name, nodes, gone, policy = {}) => {
    expect(evicted(clusterOf(nodes, pods), { policy })).toEqual(gone);
  });

  test('strategies that deschedule run before those that balance, whatever the order of profiles', () => {
    const profile = (name: string, point: string) => ({ name, pluginConfig: [{ name, args: {} }], plugins: { [point]: { enabled: [name] } } });
    const policy = parsePolicy(
      { apiVersion: 'descheduler/v1alpha2', kind: 'DeschedulerPolicy', profiles: [profile('RemoveDuplicates', 'balance'), profile('RemovePodsViolatingNodeTaints', 'deschedule')] },
      new Map(),
    );
    if (!policy.ok) throw new Error(policy.error.message);
    const cluster = readDeschedulerCluster(clusterOf([tainted, nodeOf('b'), nodeOf('c')], [onA('p'), on('b', 'q'), on('b', 'r')]));
    expect(deschedule(cluster, policy.value)).toEqual([
      { pod: 'default/p', node: 'a', strategy: 'RemovePodsViolatingNodeTaints' },
      { pod: 'default/r', node: 'b', strategy: 'RemoveDuplicates' },
    ]);
  });
});

describe('RemovePodsViolatingNodeTaints', () => {
  const toleration = (operator: string, value: string): Partial<PodSpec> => ({ tolerations: [{ key: 'sla', operator: operator as 'Equal', value, effect: 'NoSchedule' }] });
  const sla = (value: string): Taint => ({ key: 'sla', value, effect: 'NoSchedule' });
  test.each<[string, boolean, Taint, Partial<PodSpec>, unknown?]>([
    ['NoExecute is not looked at', false, { ...TAINTED, effect: 'NoExecute' }, {}],
    ['nor PreferNoSchedule', false, { ...TAINTED, effect: 'PreferNoSchedule' }, {}],
    ['unless it is included', true, { ...TAINTED, effect: 'PreferNoSchedule' }, {}, { includePreferNoSchedule: true }],
    ['excluded by its key', false, TAINTED, {}, { excludedTaints: ['dedicated'] }],
    ['excluded by key and value', false, TAINTED, {}, { excludedTaints: ['dedicated=web'] }],
    ['another value excluded', true, TAINTED, {}, { excludedTaints: ['dedicated=data'] }],
    ['included', true, TAINTED, {}, { includedTaints: ['dedicated=web'] }],
    ['not included', false, TAINTED, {}, { includedTaints: ['spot'] }],
    ['greater', false, sla('99'), toleration('Gt', '95')],
    ['not greater', true, sla('95'), toleration('Gt', '95')],
    ['less', false, sla('-1'), toleration('Lt', '0')],
    ['not a canonical number', true, sla('099'), toleration('Gt', '95')],
    ['another key', true, TAINTED, toleration('Gt', '95')],
  ])('%s', (_name, goes, taint, spec, args = {}) => {
    expect(evicted(clusterOf([nodeOf('a', {}, { spec: { taints: [taint] } }), nodeOf('b')], [onA('p', spec)]), { args })).toEqual(goes ? ['p'] : []);
  });

  test('the cordon taint counts as any other', () => {
    const cordoned = nodeOf('a', {}, { spec: { unschedulable: true, taints: [{ key: 'node.kubernetes.io/unschedulable', effect: 'NoSchedule' }] } });
    expect(evicted(clusterOf([cordoned, nodeOf('b')], [onA('p')]))).toEqual(['p']);
  });
});

describe('RemovePodsViolatingInterPodAntiAffinity', () => {
  const zones = [nodeOf('a', { zone: 'x' }), nodeOf('b', { zone: 'x' }), nodeOf('c')];
  const apart = (topologyKey: string): Partial<PodSpec> => ({ affinity: { podAntiAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [{ topologyKey, labelSelector: { matchLabels: { app: 'web' } } }] } } });
  const strategy = 'RemovePodsViolatingInterPodAntiAffinity';
  test.each<[string, readonly string[], readonly Pod[]]>([
    ['equals go from the back, and the last one looked at stays', ['r', 'q'], [onA('p', apart('zone')), onA('q', apart('zone')), onA('r', apart('zone'))]],
    ['the lowest priority goes first', ['p'], [onA('p', { priority: 1, ...apart('zone') }), onA('q', { priority: 2, ...apart('zone') })]],
    ['none before any priority', ['q'], [onA('p', { priority: -5, ...apart('zone') }), onA('q', apart('zone'))]],
    ['over the nodes of a zone', ['p'], [onA('p', apart('zone')), on('b', 'q', apart('zone'))]],
    ['who is only hated stays', ['q'], [onA('p'), onA('q', apart('zone'))]],
    ['on one node without the label', ['q'], [on('c', 'p'), on('c', 'q', apart('zone'))]],
    ['two nodes without the label are apart', [], [onA('p'), on('c', 'q', apart('rack'))]],
    ['pods of one name are one', [], [onA('p', apart('zone')), on('b', 'p', {}, { namespace: 'shop' })]],
  ])('%s', (_name, gone, pods) => {
    expect(evicted(clusterOf(zones, pods), { strategy })).toEqual(gone);
  });
});

describe('RemovePodsViolatingNodeAffinity', () => {
  const strategy = 'RemovePodsViolatingNodeAffinity';
  const terms = (value: string) => [{ matchExpressions: [{ key: 'pool', operator: 'In' as const, values: [value] }] }];
  const required = (value: string): Partial<PodSpec> => ({ affinity: { nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: terms(value) } } } });
  const preferred = (value: string): Partial<PodSpec> => ({ affinity: { nodeAffinity: { preferredDuringSchedulingIgnoredDuringExecution: terms(value).map((preference) => ({ weight: 1, preference })) } } });
  const nodes = [nodeOf('a', { pool: 'old' }), nodeOf('b', { pool: 'new' })];
  const both = ['requiredDuringSchedulingIgnoredDuringExecution', 'preferredDuringSchedulingIgnoredDuringExecution'];

  test.each<[string, readonly string[], Pod, (readonly Node[])?, object?]>([
    ['its node is not what it requires', ['p'], onA('p', required('new'))],
    ['nor is any other', [], onA('p', required('none'))],
    ['a nodeSelector is not enough', [], onA('p', { nodeSelector: { pool: 'new' } })],
    ['another is preferred', ['p'], onA('p', preferred('new'))],
    ['its own is preferred', [], onA('p', preferred('old'))],
    ['the preferred one need not have room, if its own would still do', ['p'], onA('p', { ...preferred('new'), ...asking('3') }), [nodes[0]!, nodeOf('b', { pool: 'new' }, { status: { allocatable: { cpu: '1', pods: '9' } } })]],
    ['a total of 0 ends both types', [], onA('p', required('new')), nodes, { maxNoOfPodsToEvictTotal: 0 }],
    ['asked to go and met twice, it is told once', ['p'], onA('p', { affinity: { nodeAffinity: { ...required('new').affinity?.nodeAffinity, ...preferred('new').affinity?.nodeAffinity } } }, { annotations: { 'descheduler.alpha.kubernetes.io/evict': '' } })],
  ])('%s', (_name, gone, pod, cluster = nodes, policy = {}) => {
    expect(evicted(clusterOf(cluster, [pod]), { strategy, args: { nodeAffinityType: both }, policy })).toEqual(gone);
  });
});

describe('RemovePodsViolatingTopologySpreadConstraint', () => {
  const strategy = 'RemovePodsViolatingTopologySpreadConstraint';
  const nodes = [nodeOf('a', { zone: 'x' }), nodeOf('b', { zone: 'y' })];
  const spread = (more: object = {}): Partial<PodSpec> => ({ topologySpreadConstraints: [{ maxSkew: 1, topologyKey: 'zone', whenUnsatisfiable: 'DoNotSchedule', labelSelector: { matchLabels: { app: 'web' } }, ...more }] });
  const four = (spec: Partial<PodSpec> = spread()) => ['p', 'q', 'r', 's'].map((name) => onA(name, spec));

  test.each<[string, readonly string[], readonly Pod[], Given?, (readonly Node[])?]>([
    ['the back of the node goes', ['r', 's'], four()],
    ['soft constraints are not looked at', [], four(spread({ whenUnsatisfiable: 'ScheduleAnyway' }))],
    ['unless they are asked for', ['r', 's'], four(spread({ whenUnsatisfiable: 'ScheduleAnyway' })), { args: { constraints: ['ScheduleAnyway'] } }],
    ['the highest priorities go', ['q', 'p'], [9, 8, 2, 1].map((priority, i) => onA('pqrs'[i]!, { ...spread(), priority }))],
    ['equal priorities go from the front', ['q', 'p'], [1, 1, 1, 1].map((priority, i) => onA('pqrs'[i]!, { ...spread(), priority }))],
    ['no priority stays before any', ['q', 'p'], [1, 1, undefined, undefined].map((priority, i) => onA('pqrs'[i]!, { ...spread(), ...(priority === undefined ? {} : { priority }) }))],
    ['bound to a pool stays longest', ['p', 'q'], four().map((pod, i) => (i < 2 ? pod : onA(pod.metadata.name, { ...spread(), nodeSelector: { zone: 'x' } })))],
    ['protected pods do not count', [], four().map((pod, i) => (i < 3 ? { ...pod, metadata: { ...pod.metadata, ownerReferences: [] } } : pod))],
    ['terminating ones neither', [], four().map((pod, i) => (i < 3 ? { ...pod, metadata: { ...pod.metadata, deletionTimestamp: 'x', annotations: { 'descheduler.alpha.kubernetes.io/evict': '' } } } : pod))],
    ['a selector that selects nothing', [], four(spread({ labelSelector: undefined }))],
    ['an empty one selects all', ['r', 's'], four(spread({ labelSelector: {} }))],
    ['each of two templates by itself, by label key', [], ['p', 'q'].map((name, i) => podOf(name, { nodeName: 'a', ...spread({ matchLabelKeys: ['hash'] }) }, { labels: { app: 'web', hash: String(i) }, metadata: { ownerReferences: [replicaSet()] } }))],
    ['a domain whose nodes are not eligible is none', [], four({ ...spread(), nodeSelector: { zone: 'x' } })],
    ['it is one where affinity is ignored, but nobody fits it', [], four({ ...spread({ nodeAffinityPolicy: 'Ignore' }), nodeSelector: { zone: 'x' } })],
    ['which need not matter', ['r', 's'], four({ ...spread({ nodeAffinityPolicy: 'Ignore' }), nodeSelector: { zone: 'x' } }), { args: { topologyBalanceNodeFit: false } }],
    ['a tainted domain counts', [], four(), {}, [nodes[0]!, nodeOf('b', { zone: 'y' }, { spec: { taints: [TAINTED] } })]],
    ['and does not where taints are honoured', [], four(spread({ nodeTaintsPolicy: 'Honor' })), { args: { topologyBalanceNodeFit: false } }, [nodes[0]!, nodeOf('b', { zone: 'y' }, { spec: { taints: [TAINTED] } })]],
    ['a full node is left alone, others go on', ['r'], four(), { policy: { maxNoOfPodsToEvictPerNode: 1 } }],
    ['the whole limit ends it', ['r'], four(), { policy: { maxNoOfPodsToEvictTotal: 1 } }],
  ])('%s', (_name, gone, pods, given = {}, cluster = nodes) => {
    expect(evicted(clusterOf(cluster, pods), { strategy, ...given })).toEqual(gone);
  });
});

describe('LowNodeUtilization and HighNodeUtilization', () => {
  const filled = (node: string, cpus: number) => Array.from({ length: cpus }, (_, i) => on(node, `${node}${i}`, asking('1', '1Gi')));
  const low = { thresholds: { cpu: 20 }, targetThresholds: { cpu: 50 } };
  const gpu = { thresholds: { cpu: 20, 'nvidia.com/gpu': 20 }, targetThresholds: { cpu: 50, 'nvidia.com/gpu': 50 } };
  const nodes = [nodeOf('a'), nodeOf('b')];

  test.each<[string, readonly string[], unknown, (readonly Node[])?, (readonly Pod[])?]>([
    ['down to the target', ['a3', 'a2'], low],
    ['at most so many of a node', ['a3'], { ...low, evictionLimits: { node: 1 } }],
    ['spared namespaces', [], { ...low, evictableNamespaces: { exclude: ['default'] } }],
    ['as few idle nodes as are allowed', [], { ...low, numberOfNodes: 1 }],
    ['a cordoned node is no destination', [], low, [nodes[0]!, nodeOf('b', {}, { spec: { unschedulable: true } })]],
    ['a tainted destination that nobody tolerates', [], low, [nodes[0]!, nodeOf('b', {}, { spec: { taints: [{ ...TAINTED, effect: 'PreferNoSchedule' }] } })]],
    ['a threshold resource that the destination lacks', [], gpu],
    ['the pool of the destinations is used up', ['a3'], { thresholds: { cpu: 20, memory: 90 }, targetThresholds: { cpu: 50, memory: 90 } }, [nodes[0]!, nodeOf('b', {}, { status: { allocatable: { cpu: '2', memory: '16Gi', pods: '110' } } })]],
    ['capacity, where nothing is allocatable', ['a3', 'a2'], low, nodes.map((node) => ({ ...node, status: { capacity: node.status.allocatable! } }))],
    ['around the average', ['a3'], { thresholds: { cpu: 10 }, targetThresholds: { cpu: 15 }, useDeviationThresholds: true }, nodes, [...filled('a', 4), ...filled('b', 1)]],
    ['around an average of what no node has', [], { ...gpu, useDeviationThresholds: true }],
  ])('low: %s', (_name, gone, args, cluster = nodes, pods = filled('a', 4)) => {
    expect(evicted(clusterOf(cluster, pods), { strategy: 'LowNodeUtilization', args })).toEqual(gone);
  });

  test.each<[string, readonly string[], unknown, (readonly Node[])?, (readonly Pod[])?]>([
    ['the idle node is emptied', ['b0'], { thresholds: { cpu: 30 } }],
    ['also when it is cordoned', ['b0'], { thresholds: { cpu: 30 } }, [nodes[0]!, nodeOf('b', {}, { spec: { unschedulable: true } })]],
    ['nowhere to go', [], { thresholds: { cpu: 30 } }, [nodeOf('a', {}, { spec: { unschedulable: true } }), nodes[1]!]],
    ['all are idle', [], { thresholds: { cpu: 100 } }],
    ['pods that request the resource', ['b0'], { thresholds: { cpu: 30 }, evictionModes: ['OnlyThresholdingResources'] }],
    ['and those that do not', [], { thresholds: { 'ephemeral-storage': 30, cpu: 60, memory: 10 }, evictionModes: ['OnlyThresholdingResources'] }, nodes, [...filled('a', 3), on('b', 'b0')]],
  ])('high: %s', (_name, gone, args, cluster = nodes, pods = [...filled('a', 3), ...filled('b', 1)]) => {
    expect(evicted(clusterOf(cluster, pods), { strategy: 'HighNodeUtilization', args })).toEqual(gone);
  });
});

describe('RemoveDuplicates', () => {
  const strategy = 'RemoveDuplicates';
  const nodes = [nodeOf('a'), nodeOf('b')];
  const image = (name: string): Partial<PodSpec> => ({ containers: [{ name: 'c', image: name }] });
  test.each<[string, readonly string[], readonly Pod[], (readonly Node[])?, unknown?]>([
    ['one of two', ['q'], [onA('p'), onA('q')]],
    ['their share is two', ['r'], [onA('p'), onA('q'), onA('r')]],
    ['other images are other pods', [], [onA('p', image('x')), onA('q', image('y'))]],
    ['other owners are others', [], [onA('p'), onA('q', {}, { ownerReferences: [replicaSet('api')] })]],
    ['owners of a kind that is excluded', [], [onA('p'), onA('q')], nodes, { excludeOwnerKinds: ['ReplicaSet'] }],
    ['no second node that would take them', [], [onA('p'), onA('q')], [nodes[0]!, nodeOf('b', {}, { spec: { taints: [TAINTED] } })]],
    ['a cordoned one without its taint would', ['q'], [onA('p'), onA('q')], [nodes[0]!, nodeOf('b', {}, { spec: { unschedulable: true } })]],
    ['two owners, told once', ['q'], [onA('p'), onA('q')].map((pod) => ({ ...pod, metadata: { ...pod.metadata, ownerReferences: [replicaSet(), replicaSet('other')], annotations: { 'descheduler.alpha.kubernetes.io/evict': '' } } }))],
  ])('%s', (_name, gone, pods, cluster = nodes, args = {}) => {
    expect(evicted(clusterOf(cluster, pods), { strategy, args })).toEqual(gone);
  });
});
