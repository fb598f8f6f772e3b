import { describe, expect, test } from 'vitest';
import type { DaemonSet, Node, Pod, PodSpec } from '../kubernetes/objects';
import { createSnapshot } from '../scheduling/snapshot';
import { asking, clusterOf, nodeOf, podOf } from '../testing/clusterBuilders';
import type { NodeGroup } from './nodeGroup';
import type { AutoscalerOptions } from './options';
import { DEFAULT_OPTIONS } from './options';
import type { ScaleUpInput, ScaleUpOutcome } from './scaleUp';
import { scaleUpOnce } from './scaleUp';
import { secondsOf } from './time';

const NOW = secondsOf('2026-06-01T00:00:00Z') ?? 0;
const ZONE = 'topology.kubernetes.io/zone';
const HOST = 'kubernetes.io/hostname';
const size = { cpu: '4', memory: '16Gi', pods: '110' };
const ready = { conditions: [{ type: 'Ready', status: 'True' }] };

function machine(name: string, zone = 'a', spec: Node['spec'] = {}): Node {
  return nodeOf(name, { [ZONE]: zone }, { spec, status: { capacity: size, allocatable: size, ...ready } });
}

function group(id: string, more: Partial<NodeGroup> = {}, zone = 'a'): NodeGroup {
  const nodes = more.nodes ?? [];
  return { id, min: 0, max: 10, target: nodes.length, nodes, template: machine(`asg-${id}`, zone), ...more };
}

const labels = { app: 'web' };
const owner = { apiVersion: 'apps/v1', kind: 'ReplicaSet', name: 'web', uid: 'web', controller: true };
const owned = { labels, metadata: { ownerReferences: [owner] } };
const spread = (topologyKey: string): Partial<PodSpec> => ({
  topologySpreadConstraints: [{ maxSkew: 1, topologyKey, whenUnsatisfiable: 'DoNotSchedule', labelSelector: { matchLabels: labels } }],
});

function loop(given: { nodes?: readonly Node[]; running?: readonly Pod[]; groups: readonly NodeGroup[]; pending: readonly Pod[]; options?: Partial<AutoscalerOptions> } & Partial<Pick<ScaleUpInput, 'daemonSets' | 'backedOff' | 'now'>>): ScaleUpOutcome {
  const { nodes = [], running = [], options, ...others } = given;
  return scaleUpOnce({ snapshot: createSnapshot(clusterOf(nodes, running)), nodes, daemonSets: [], now: null, ...others, options: { ...DEFAULT_OPTIONS, ...options } });
}

const cores = (count: number, cpu = '3'): Pod[] => Array.from({ length: count }, (_, index) => podOf(`p${index}`, asking(cpu), owned));
const names = (count: number): string[] => Array.from({ length: count }, (_, index) => `default/p${index}`);

describe('which pods count', () => {
  const one = [group('g')];
  test.each<[string, Parameters<typeof loop>[0], Partial<ScaleUpOutcome>]>([
    ['a pod that fits on a node that is there', { nodes: [machine('n')], groups: [group('g', { nodes: ['n'] })], pending: cores(1) }, { result: 'notNeeded', considered: [] }],
    ['a pod that fits on a node to come', { groups: [group('g', { target: 1, awaited: 1 })], pending: cores(1) }, { result: 'notNeeded', considered: [] }],
    ['a pod below the cutoff', { groups: one, pending: [podOf('p0', { priority: -11 })] }, { result: 'notNeeded' }],
    ['a pod at the cutoff', { groups: one, pending: [podOf('p0', { priority: -10 })] }, { result: 'successful', added: { g: 1 } }],
    ['a pod promised a node', { nodes: [machine('n', 'a', { unschedulable: true })], groups: one, pending: [podOf('p0', asking('3'), { status: { nominatedNodeName: 'n' } })] }, { result: 'notNeeded' }],
    ['a pod promised a node that is gone', { groups: one, pending: [podOf('p0', asking('3'), { status: { nominatedNodeName: 'n' } })] }, { result: 'successful' }],
    ['a pod of a DaemonSet', { groups: one, pending: [podOf('p0', {}, { metadata: { annotations: { 'cluster-autoscaler.kubernetes.io/daemonset-pod': 'true' } } })] }, { result: 'notNeeded' }],
    ['only pods of the last second', { groups: one, pending: [podOf('p0', {}, { metadata: { creationTimestamp: '2026-05-31T23:59:59Z' } })], now: NOW }, { result: 'inCooldown', added: {} }],
    ['a pod that takes the only room before a less important one', { nodes: [machine('n')], groups: [group('g', { nodes: ['n'] })], pending: [...cores(1), podOf('p1', { ...asking('3'), priority: 5 })] }, { considered: ['default/p0'] }],
    ['a pod on a node that is cordoned', { nodes: [machine('n', 'a', { unschedulable: true })], groups: [group('g', { nodes: ['n'] })], pending: cores(1) }, { considered: names(1), added: { g: 1 } }],
  ])('%s', (_name, given, expected) => {
    expect(loop(given)).toMatchObject(expected);
  });
});

describe('limits', () => {
  test.each<[string, Parameters<typeof loop>[0], Partial<ScaleUpOutcome>]>([
    ['as many as there are pods', { groups: [group('g')], pending: cores(4) }, { added: { g: 4 }, triggered: names(4) }],
    ['the size of the group', { groups: [group('g', { max: 2 })], pending: cores(4) }, { added: { g: 2 }, triggered: names(2), remaining: [], awaiting: [] }],
    ['nodes in one scale-up', { groups: [group('g')], pending: cores(4), options: { maxNodesPerScaleUp: 3 } }, { added: { g: 3 } }],
    ['nodes in all, with those to come', { nodes: [machine('n')], groups: [group('g', { nodes: ['n'], target: 2 })], pending: cores(6), options: { maxNodesTotal: 4 } }, { added: { g: 2 } }],
    ['nodes in all, reached by those to come', { nodes: [machine('n')], groups: [group('g', { nodes: ['n'], target: 2 })], pending: cores(6), options: { maxNodesTotal: 2 } }, { result: 'noOptionsAvailable', remaining: [] }],
    ['nodes in all, reached', { nodes: [machine('n')], groups: [group('g', { nodes: ['n'] })], pending: cores(3), options: { maxNodesTotal: 1 } }, { result: 'limitedByMaxNodesTotal', remaining: ['default/p1', 'default/p2'] }],
    ['cores: what is left in whole nodes', { groups: [group('g')], pending: cores(4), options: { maxCoresTotal: 11 } }, { added: { g: 2 }, triggered: names(4) }],
    ['cores and memory: not one node', { groups: [group('g')], pending: cores(1), options: { maxCoresTotal: 3, maxMemoryTotalGiB: 8 } }, { result: 'noOptionsAvailable', skipped: { g: ['max cluster cpu, memory limit reached'] }, remaining: names(1) }],
    ['cores: nodes outside of groups count', { nodes: [machine('n')], running: [podOf('r', { ...asking('3'), nodeName: 'n' })], groups: [group('g')], pending: cores(1), options: { maxCoresTotal: 7 } }, { skipped: { g: ['max cluster cpu limit reached'] } }],
    ['a group that is full', { groups: [group('g', { max: 0 })], pending: cores(1) }, { skipped: { g: ['max node group size reached'] } }],
    ['a group after a failed scale-up', { groups: [group('g')], pending: cores(1), backedOff: new Set(['g']) }, { skipped: { g: ['in backoff after failed scale-up'] } }],
    ['one group without a template stops all', { groups: [group('g'), group('odd', { template: null })], pending: cores(1) }, { result: 'error', error: 'could not compute total resources: No node info for: odd', added: {} }],
    ['nodes to come of a group without a template', { groups: [group('g'), group('odd', { template: null, target: 1, awaited: 1 })], pending: cores(1) }, { result: 'error', error: 'could not get upcoming nodes: failed to find template node for node group odd' }],
  ])('%s', (_name, given, expected) => {
    expect(loop(given)).toMatchObject(expected);
  });
});

describe('which group', () => {
  test('pods that another group could help wait for a later loop; pods that none can help remain', () => {
    const inZone = (name: string, zone: string): Pod => podOf(name, { nodeSelector: { [ZONE]: zone } });
    const outcome = loop({ groups: [group('a'), group('b', {}, 'b')], pending: [inZone('p-a', 'a'), inZone('p-b', 'b'), inZone('p-c', 'c')] });
    expect(outcome).toMatchObject({ best: 'a', added: { a: 1 }, triggered: ['default/p-a'], awaiting: ['default/p-b'], remaining: ['default/p-c'] });
    expect(outcome.rejected?.['default/p-c']?.['b']).toEqual({ plugin: 'NodeAffinity', reasons: ["node(s) didn't match Pod's node affinity/selector"] });
  });

  test('similar groups share, the smallest first; without the flag the best gets all', () => {
    const groups = [group('a', { target: 2, awaited: 2 }), group('b', {}, 'b')];
    const given = { groups, pending: cores(6) };
    expect(loop({ ...given, options: { balanceSimilarNodeGroups: true } })).toMatchObject({ added: { a: 1, b: 3 }, options: { a: { nodes: 4, similar: ['b'] } } });
    expect(loop(given).added).toEqual({ a: 4 });
  });

  test('zones that must not differ: a loop grows one zone by what the skew allows', () => {
    const groups = [group('a'), group('b', {}, 'b')];
    const pending = Array.from({ length: 4 }, (_, index) => podOf(`p${index}`, { ...asking('3'), ...spread(ZONE) }, owned));
    const nodes = [machine('n', 'b', { unschedulable: true })];
    expect(loop({ nodes, groups, pending, options: { balanceSimilarNodeGroups: true } })).toMatchObject({ best: 'a', added: { a: 1 }, triggered: ['default/p0'], awaiting: [], remaining: [] });
  });

  test('zones that must not differ, and any constraint on hosts: a pod that lands on an existing node is counted as a new node', () => {
    const hosts = { maxSkew: 9, topologyKey: HOST, whenUnsatisfiable: 'ScheduleAnyway', labelSelector: { matchLabels: labels } } as const;
    const inBoth = { topologySpreadConstraints: [...(spread(ZONE).topologySpreadConstraints ?? []), hosts] };
    const nodes = [machine('full', 'a'), machine('room', 'b')];
    const running = [podOf('filler', { ...asking('4'), nodeName: 'full' }), podOf('web', { ...asking('1'), nodeName: 'room' }, owned)];
    const groups = [group('a', { nodes: ['full'] })];
    const pods = (constraints: Partial<PodSpec>): Pod[] => Array.from({ length: 3 }, (_, index) => podOf(`p${index}`, { ...asking('1'), ...constraints }, owned));
    // Two go to the new node, then the third may go to zone b again, where there was room all along.
    expect(loop({ nodes, running, groups, pending: pods(inBoth) })).toMatchObject({ options: { a: { nodes: 2, pods: names(3) } }, added: { a: 2 } });
    expect(loop({ nodes, running, groups, pending: pods(spread(ZONE)) })).toMatchObject({ options: { a: { nodes: 1, pods: names(2) } }, added: { a: 1 } });
  });
});

describe('templates', () => {
  const daemonSet = (name: string, more: Partial<PodSpec> = {}): DaemonSet => ({
    apiVersion: 'apps/v1',
    kind: 'DaemonSet',
    metadata: { name, namespace: 'kube-system', uid: name },
    spec: { selector: {}, template: { metadata: {}, spec: { containers: [{ name: 'c', resources: { requests: { cpu: '200m' } } }], ...more } } },
  });
  const agent = daemonSet('agent');
  const critical = daemonSet('critical', { priorityClassName: 'system-node-critical' });
  const patient = daemonSet('patient', { priorityClassName: 'system-node-critical', preemptionPolicy: 'Never' });
  const elsewhere = daemonSet('elsewhere', { nodeSelector: { [ZONE]: 'z' } });
  const daemonSets = [agent, critical, patient, elsewhere];
  const requested = (given: Partial<Parameters<typeof loop>[0]>, options: Partial<AutoscalerOptions> = {}) =>
    loop({ groups: [group('g', { nodes: ['n'] })], pending: cores(9), daemonSets, options, ...given }).templates?.['g'];
  const running = [podOf('agent-n', { ...asking('300m'), nodeName: 'n' }, { metadata: { ownerReferences: [{ ...owner, kind: 'DaemonSet', uid: 'agent' }] } }), podOf('web', { ...asking('1'), nodeName: 'n' })];

  test.each<[string, Partial<Parameters<typeof loop>[0]>, Partial<AutoscalerOptions>, object]>([
    ['a real node: its DaemonSet pods, and critical ones that it lacks', { nodes: [machine('n')], running }, {}, { from: 'node:n', requested: { cpu: 500, memory: 0, pods: 2 } }],
    ['a real node: all of them with --force-ds', { nodes: [machine('n')], running }, { forceDaemonSets: true }, { from: 'node:n', requested: { cpu: 700, memory: 0, pods: 3 } }],
    ['the provider: kube-proxy, and one of each DaemonSet that would run there', { groups: [group('g')] }, {}, { from: 'asg', requested: { cpu: 700, memory: 0, pods: 4 } }],
    ['a cordoned node is no template', { nodes: [machine('n', 'a', { unschedulable: true })], running }, {}, { from: 'asg' }],
    ['a node about to be deleted is one where the provider has none', { nodes: [machine('n', 'a', { taints: [{ key: 'ToBeDeletedByClusterAutoscaler', effect: 'NoSchedule' }] })], groups: [group('g', { nodes: ['n'], template: null })] }, {}, { from: 'node:n', zone: 'a' }],
    ['taints of a kind of node stay, those of a state go', { groups: [group('g', { template: machine('t', 'a', { taints: [{ key: 'gpu', value: 'yes', effect: 'NoSchedule' }, { key: 'node.kubernetes.io/not-ready', effect: 'NoExecute' }] }) })] }, {}, { taints: ['gpu=yes:NoSchedule'] }],
  ])('%s', (_name, given, options, expected) => {
    expect(requested(given, options)).toMatchObject(expected);
  });
});
