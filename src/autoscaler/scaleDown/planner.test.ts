import { expect, test } from 'vitest';
import type { Node, Pod, PodDisruptionBudget } from '../../kubernetes/objects';
import { createSnapshot } from '../../scheduling/snapshot';
import { asking, clusterOf, nodeOf, podOf } from '../../testing/clusterBuilders';
import type { NodeGroup } from '../nodeGroup';
import type { AutoscalerOptions } from '../options';
import { DEFAULT_OPTIONS } from '../options';
import { SimulatedCluster } from '../simulatedCluster';
import { ScaleDownPlanner } from './planner';
import { Workloads } from './workloads';

const MINUTE = 60;

function node(name: string, more: { annotations?: Record<string, string>; taint?: string; ready?: string; cpu?: string } = {}): Node {
  const { annotations = {}, taint, ready = 'True', cpu = '4' } = more;
  const made = nodeOf(name, {}, { spec: taint === undefined ? {} : { taints: [{ key: taint, effect: 'NoSchedule' }] }, status: { allocatable: { cpu, memory: '16Gi', pods: '10' }, conditions: [{ type: 'Ready', status: ready }] } });
  return { ...made, metadata: { ...made.metadata, annotations } };
}

function pod(name: string, nodeName: string, cpu = '1'): Pod {
  const annotations = { 'cluster-autoscaler.kubernetes.io/safe-to-evict': 'true' };
  return podOf(name, { ...asking(cpu), nodeName }, { labels: { app: 'web' }, metadata: { annotations } });
}

function plannerOf(nodes: readonly Node[], pods: readonly Pod[], more: { min?: number; options?: Partial<AutoscalerOptions>; budgets?: readonly PodDisruptionBudget[] } = {}): ScaleDownPlanner {
  const names = nodes.map(({ metadata }) => metadata.name);
  const group: NodeGroup = { id: 'g', min: more.min ?? 0, max: 99, target: nodes.length, nodes: names, template: null };
  const cluster = new SimulatedCluster(createSnapshot(clusterOf(nodes, pods)), names, { last: 0 });
  return new ScaleDownPlanner({ cluster, nodes, groups: [group], budgets: more.budgets ?? [], workloads: new Workloads(clusterOf([]), []), options: { ...DEFAULT_OPTIONS, ...more.options } });
}

test.each<[string, readonly Node[], readonly Pod[], Record<string, string>]>([
  ['half used is little enough', [node('a'), node('b', { cpu: '8' })], [pod('p', 'a', '2'), pod('q', 'b', '5')], { b: 'NotUnderutilized' }],
  ['more is not', [node('a'), node('b', { cpu: '8' })], [pod('p', 'a', '2001m'), pod('q', 'b', '5')], { a: 'NotUnderutilized', b: 'NotUnderutilized' }],
  ['no other node has room', [node('a'), node('b')], [pod('p', 'a', '2'), pod('q', 'b', '2500m')], { a: 'NoPlaceToMovePods', b: 'NotUnderutilized' }],
  ['a node that goes takes no pods of the next', [node('a'), node('b')], [pod('p', 'a'), pod('q', 'b')], { b: 'NoPlaceToMovePods' }],
  ['an annotation keeps a node', [node('a', { annotations: { 'cluster-autoscaler.kubernetes.io/scale-down-disabled': 'true' } })], [], { a: 'ScaleDownDisabledAnnotation' }],
  ['a node that is being deleted', [node('a', { taint: 'ToBeDeletedByClusterAutoscaler' })], [], { a: 'CurrentlyBeingDeleted' }],
  ['a node that does not say what it offers', [node('a', { cpu: '0' })], [], { a: 'UnexpectedError' }],
])('%s', (_name, nodes, pods, expected) => {
  const { unremovable } = plannerOf(nodes, pods).update(0);
  expect(Object.fromEntries([...unremovable].map(([name, { reason }]) => [name, reason]))).toEqual(expected);
});

test('nodes without pods to move are looked at first', () => {
  expect(plannerOf([node('a'), node('b'), node('c')], [pod('p', 'a')]).update(0)).toMatchObject({ candidates: ['b', 'c', 'a'], unneeded: ['b', 'c'] });
});

test.each<[string, string, number, object]>([
  ['a ready node goes after more than ten minutes', 'True', 10 * MINUTE + 1, { empty: ['a'] }],
  ['not before', 'True', 10 * MINUTE, { empty: [], unremovable: new Map([['a', { reason: 'NotUnneededLongEnough' }]]) }],
  ['an unready node not then', 'Unknown', 10 * MINUTE + 1, { empty: [], unremovable: new Map([['a', { reason: 'NotUnreadyLongEnough' }]]) }],
  ['but after more than twenty', 'Unknown', 20 * MINUTE + 1, { empty: ['a'] }],
])('%s', (_name, ready, seconds, expected) => {
  const planner = plannerOf([node('a', { ready })], []);
  planner.update(0);
  planner.update(seconds);
  expect(planner.nodesToDelete(seconds)).toMatchObject(expected);
});

test('the group keeps its minimum; nodes without pods to move go before those with', () => {
  const planner = plannerOf([node('a'), node('b'), node('c')], [pod('p', 'a'), pod('q', 'b', '3')], { min: 1 });
  planner.update(0);
  planner.update(11 * MINUTE);
  expect(planner.nodesToDelete(11 * MINUTE)).toEqual({ empty: ['c'], drain: ['a'], unremovable: new Map() });
});

test('a budget pays for each node that goes, and no further one', () => {
  const budget: PodDisruptionBudget = { apiVersion: 'policy/v1', kind: 'PodDisruptionBudget', metadata: { name: 'b', namespace: 'default' }, spec: { selector: { matchLabels: { app: 'web' } } }, status: { disruptionsAllowed: 1 } };
  const replicated = (name: string, on: string): Pod => {
    const made = pod(name, on);
    return { ...made, metadata: { ...made.metadata, annotations: {}, ownerReferences: [{ apiVersion: 'example.com/v1', kind: 'CloneSet', name: 'web', uid: 'u', controller: true }] } };
  };
  const plan = plannerOf([node('a'), node('b'), node('c')], [replicated('p', 'a'), replicated('q', 'b'), pod('r', 'c', '2100m')], { budgets: [budget], options: { skipNodesWithCustomControllerPods: false } }).update(0);
  expect(plan.unneeded).toEqual(['a']);
  expect(plan.unremovable.get('b')).toMatchObject({ reason: 'BlockedByPod', blocking: 'NotEnoughPdb' });
});

test('no more than twenty unneeded nodes are looked for in one loop', () => {
  const nodes = Array.from({ length: 25 }, (_, index) => node(`n${index}`));
  expect(plannerOf(nodes, []).update(0).unneeded).toHaveLength(20);
});
