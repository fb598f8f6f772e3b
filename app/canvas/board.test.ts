import { describe, expect, test } from 'vitest';
import { fieldsOf, navigate } from './navigate';
import type { Direction } from './navigate';
import { reconcile } from './reconcile';
import { reorder } from './reorder';
import { ribbons, stations } from './ribbons';
import { arranged, designOf, nodesOf } from './testing';
import { shortReason, waitingPods } from './waiting';
import { workloadMarks } from './workloadMarks';
import { boardNodes } from './boardNodes';

const design = designOf([
  { id: 'client-1', kind: 'client' },
  { id: 'client-2', kind: 'client' },
  { id: 'cp-1', kind: 'controlPlaneNode', zone: 'zone-a' },
  { id: 'cp-2', kind: 'controlPlaneNode', zone: 'zone-a' },
  { id: 'cp-3', kind: 'controlPlaneNode', zone: 'zone-b' },
  { id: 'asg-1', kind: 'autoScalingGroup', zones: ['zone-a'] },
]);
const arrangement = arranged(design, nodesOf('asg-1', 'zone-a', 2, 3));
const pods = (node: string) => (node === 'asg-1-a-0' ? [0, 1, 2].map((ordinal) => ({ pod: `default/web-${ordinal}`, workload: 'w', ordinal, node, zone: null })) : []);

describe('arrow keys', () => {
  const fields = fieldsOf(arrangement, pods, 'middle');
  test.each<[string, Direction, string]>([
    ['zone-a', 'right', 'zone-b'],
    ['zone-b', 'left', 'zone-a'],
    ['zone-a', 'down', 'client-1'],
    ['client-1', 'right', 'client-2'],
    ['cp-1', 'right', 'cp-2'],
    ['cp-2', 'right', 'cp-3'],
    ['cp-1', 'down', 'asg-1'],
    ['asg-1', 'down', 'node:asg-1-a-0'],
    ['node:asg-1-a-0', 'right', 'node:asg-1-a-1'],
    ['node:asg-1-a-0', 'down', 'pod:default/web-0'],
    ['pod:default/web-0', 'right', 'pod:default/web-1'],
    ['pod:default/web-1', 'up', 'node:asg-1-a-0'],
  ])('%s, %s: %s', (from, direction, to) => {
    expect(navigate(fields, from, direction)).toBe(to);
  });

  test('at the edge there is nothing', () => {
    expect(navigate(fields, 'zone-c', 'right')).toBe(null);
  });

  test('far away pods are no fields', () => {
    expect(fieldsOf(arrangement, pods, 'far').some((field) => field.key.startsWith('pod:'))).toBe(false);
  });
});

describe('reordering', () => {
  const centre = (key: string, dx = 0) => {
    const box = arrangement.byKey.get(key);
    return { x: (box?.x ?? 0) + (box?.width ?? 0) / 2 + dx, y: (box?.y ?? 0) + 10 };
  };
  test.each([
    ['client-2', 'client-1', -10, ['client-2', 'client-1']],
    ['cp-2', 'cp-1', -10, ['cp-2', 'cp-1', 'cp-3']],
    ['zone-c', 'zone-a', -10, ['zone-c', 'zone-a', 'zone-b']],
    ['zone-a', 'zone-b', 10, ['zone-b', 'zone-a', 'zone-c']],
  ])('%s next to %s', (id, key, dx, order) => {
    expect(reorder(design, arrangement, id, centre(key, dx))).toEqual(order);
  });
  test('in its place nothing changes', () => {
    expect(reorder(design, arrangement, 'client-1', centre('client-1'))).toBe(null);
  });
});

test('a box that stays where it is keeps its node', () => {
  const first = reconcile(arrangement, []);
  expect(reconcile(arranged(design, nodesOf('asg-1', 'zone-a', 2, 3)), first)).toBe(first);
  const grown = reconcile(arranged(design, nodesOf('asg-1', 'zone-a', 3, 3)), first);
  expect(grown.find((node) => node.id === 'cp-1')).toBe(first.find((node) => node.id === 'cp-1'));
  expect(grown.find((node) => node.id === 'asg-1')).not.toBe(first.find((node) => node.id === 'asg-1'));
});

test.each([
  ['0/6 nodes are available: 4 Insufficient cpu, 2 node(s) had untolerated taint {a: }. preemption: 0/6 nodes are available.', 'Insufficient cpu'],
  ["0/3 nodes are available: 1 Insufficient cpu, 2 node(s) didn't match PersistentVolume's node affinity.", "didn't match PersistentVolume's node affinity"],
  ['no nodes available to schedule pods', 'no nodes available to schedule pods'],
])('short form of %s', (message, short) => {
  expect(shortReason(message)).toBe(short);
});

test('pods of a workload that wait for the same reason are one entry', () => {
  const message = '0/1 nodes are available: 1 Insufficient cpu.';
  const entries = waitingPods([{ pod: 'd/a-0', message }, { pod: 'd/a-1', message }, { pod: 'd/b-0', message }], (pod) => pod.slice(2, 3));
  expect(entries.map(({ workload, pods: waiting }) => [workload, waiting.length])).toEqual([['a', 2], ['b', 1]]);
});

test('workloads differ in letter as long as the alphabet lasts', () => {
  const many = designOf(Array.from({ length: 20 }, (_, index) => ({ id: `workload-${index}`, kind: 'workload', name: `web-${index}`, containers: [{ name: 'app' }] })));
  expect(new Set([...workloadMarks(many).values()].map((mark) => mark.letter)).size).toBe(20);
});

test('the traffic strip has a ribbon for each pair that crosses, wider for more', () => {
  const matrix = [
    { from: 'a', to: 'a', bytesPerSecond: 900 },
    { from: 'a', to: 'b', bytesPerSecond: 100 },
    { from: 'b', to: 'a', bytesPerSecond: 400 },
    { from: 'internet', to: 'a', bytesPerSecond: 50 },
    { from: 'a', to: 'internet', bytesPerSecond: 70 },
  ];
  const zones = stations(matrix, new Map([['a', 100], ['b', 400]]));
  expect(zones.map(({ name, inZone, internet }) => [name, inZone, internet])).toEqual([['a', 900, 120], ['b', 0, 0]]);
  const found = ribbons(matrix, zones, 100, 100);
  expect(found.map((ribbon) => ribbon.key)).toEqual(['a b', 'b a']);
  expect(found[1]?.width).toBeGreaterThan(found[0]?.width ?? 0);
});

test('nodes go to what made them', () => {
  const of = designOf([
    { id: 'asg-web', kind: 'autoScalingGroup', zones: ['zone-a', 'zone-b'] },
    { id: 'asg-web-a', kind: 'autoScalingGroup', zones: ['zone-a'] },
    { id: 'node-1', kind: 'instance', zone: 'zone-c' },
  ]);
  const names = ['asg-web-a-0', 'asg-web-a-a-1', 'asg-web-b-12', 'node-1', 'stranger-a-0'];
  const evaluation = { placement: { nodes: names.map((name) => ({ metadata: { name } })), pods: [], running: 0, pending: [] } };
  expect(boardNodes(of, evaluation as never, null).map(({ name, owner, zone }) => `${name} ${owner} ${zone}`)).toEqual([
    'asg-web-a-0 asg-web zone-a',
    'asg-web-a-a-1 asg-web-a zone-a',
    'asg-web-b-12 asg-web zone-b',
    'node-1 node-1 zone-c',
  ]);
});
