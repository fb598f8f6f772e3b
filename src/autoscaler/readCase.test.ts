import { expect, test } from 'vitest';
import { nodeOf, podOf } from '../testing/clusterBuilders';
import { autoscaleCase } from './autoscaleCase';
import { readCase } from './readCase';

const group = { id: 'g', min: 0, max: 3, target: 0, nodes: [], template: null };
const of = (more: object): object => ({ kind: 'scaleUp', options: {}, cluster: { items: [] }, nodeGroups: [group], ...more });
const items = (...list: unknown[]): object => of({ cluster: { items: list } });

test.each<[string, unknown, string]>([
  ['nothing', null, ''],
  ['no kind', of({ kind: undefined }), 'kind'],
  ['another kind', of({ kind: 'sideways' }), 'kind'],
  ['no cluster', of({ cluster: undefined }), 'cluster'],
  ['no list of groups', of({ nodeGroups: {} }), 'nodeGroups'],
  ['a group without a name', of({ nodeGroups: [group, { ...group, id: '' }] }), 'nodeGroups[1].id'],
  ['two groups of one name', of({ nodeGroups: [group, group] }), 'nodeGroups[1].id'],
  ['a size that is none', of({ nodeGroups: [{ ...group, target: 1.5 }] }), 'nodeGroups[0].target'],
  ['a maximum below the minimum', of({ nodeGroups: [{ ...group, min: 4 }] }), 'nodeGroups[0].max'],
  ['a template with a wrong amount', of({ nodeGroups: [{ ...group, template: nodeOf('t', {}, { status: { capacity: { cpu: 'many' } } }) }] }), 'nodeGroups[0].template.status.capacity.cpu'],
  ['an expander that AWS does not have', of({ options: { expander: 'price' } }), 'options.expander'],
  ['one expander twice', of({ options: { expander: 'most-pods,most-pods' } }), 'options.expander'],
  ['an expander after random', of({ options: { expander: 'random,most-pods' } }), 'options.expander'],
  ['a flag of the wrong type', of({ options: { maxNodesTotal: 'few' } }), 'options.maxNodesTotal'],
  ['a scale-down without its time', of({ kind: 'scaleDown' }), 'options.now'],
  ['a time that is none', of({ options: { now: 'soon' } }), 'options.now'],
  ['a wrong amount in the dump', items(podOf('p'), podOf('p', { containers: [{ name: 'c', resources: { requests: { cpu: 'x' } } }] })), 'cluster.items[1].spec.containers[0].resources.requests.cpu'],
  ['a wrong time in the dump', items({ ...podOf('p'), metadata: { name: 'p', creationTimestamp: 'yesterday' } }), 'cluster.items[0].metadata.creationTimestamp'],
  ['a DaemonSet without a template', items({ kind: 'DaemonSet', metadata: { name: 'd' }, spec: {} }), 'cluster.items[0].spec.template'],
  ['a wrong amount in a DaemonSet', items({ kind: 'DaemonSet', metadata: { name: 'd' }, spec: { template: { spec: { containers: [{ resources: { requests: { cpu: 'x' } } }] } } } }), 'cluster.items[0].spec.template.spec.containers[0].resources.requests.cpu'],
])('%s', (_name, value, path) => {
  expect(readCase(value)).toMatchObject({ ok: false, error: { path } });
});

test.each<[string, string | undefined, readonly [number, readonly string[]][] | null]>([
  ['numbers and lists', '10:\n  - .*\n50:\n  - (?i)spot\n', [[10, ['/.*/']], [50, ['/spot/i']]]],
  ['no number', 'high:\n  - .*\n', null],
  ['no list', '10: .*\n', null],
  ['an expression that is none', '10:\n  - "("\n', null],
  ['no ConfigMap', undefined, null],
])('priorities: %s', (_name, priorities, expected) => {
  const map = { kind: 'ConfigMap', metadata: { name: 'cluster-autoscaler-priority-expander', namespace: 'kube-system' }, data: { priorities } };
  const read = readCase(priorities === undefined ? of({}) : items(map));
  const found = read.ok ? read.value.options.priorities : undefined;
  expect(found && [...found].map(([number, expressions]) => [number, expressions.map(String)])).toEqual(expected);
});

test('nulls are unset, amounts may be numbers, and unknown options are named', () => {
  const pending = podOf('p', { containers: [{ name: 'c', resources: { requests: { cpu: 1 as unknown as string } } }] }, { status: { conditions: [{ type: 'PodScheduled', status: 'False', reason: 'Unschedulable' }] } });
  const template = { metadata: { name: 't', labels: null }, spec: null, status: { capacity: { cpu: 2, memory: '4Gi' }, allocatable: { cpu: 2, memory: '4Gi', pods: 10 } } };
  const answer = autoscaleCase(of({ options: { expander: null, scanInterval: '10s' }, cluster: { items: [{ ...pending, metadata: { name: 'p', annotations: null } }] }, nodeGroups: [{ ...group, template }] }));
  expect(answer).toMatchObject({ ok: true, value: { ignored: ['scanInterval'], outcome: { result: 'successful', added: { g: 1 }, options: { g: { waste: { cpu: 0.5, memory: 1 } } } } } });
});
