import { expect, test } from 'vitest';
import type { Labels, Pod, ResourceList } from '../kubernetes/objects';
import { asking, nodeOf, podOf } from '../testing/clusterBuilders';
import type { AutoscalerOptions } from './options';
import { DEFAULT_OPTIONS } from './options';
import { areSimilar } from './similarGroups';
import type { Template } from './templates';

const base: ResourceList = { cpu: '4', memory: '16000Mi', pods: '58' };

function template(more: { labels?: Labels; capacity?: ResourceList; allocatable?: ResourceList; pods?: readonly Pod[] } = {}): Template {
  const { labels = {}, capacity = {}, allocatable = {}, pods = [] } = more;
  return { from: 'asg', node: nodeOf('t', labels, { status: { capacity: { ...base, ...capacity }, allocatable: { ...base, ...allocatable } } }), pods };
}

test.each<[string, Parameters<typeof template>[0], Partial<AutoscalerOptions>, boolean]>([
  ['equal', {}, {}, true],
  ['another zone', { labels: { 'topology.kubernetes.io/zone': 'b', 'topology.k8s.aws/zone-id': 'x', 'eks.amazonaws.com/nodegroup': 'n' } }, {}, true],
  ['another label', { labels: { team: 'b' } }, {}, false],
  ['another label that is ignored', { labels: { team: 'b' } }, { balancingIgnoreLabels: ['team'] }, true],
  ['the node group’s name as EKS tags it', { labels: { 'nodegroup-name': 'b' } }, {}, false],
  ['memory 1.5 % apart', { capacity: { memory: '15760Mi' } }, {}, true],
  ['memory more than that apart', { capacity: { memory: '15759Mi' } }, {}, false],
  ['another number of pods', { capacity: { pods: '110' } }, {}, false],
  ['a resource that the other lacks', { capacity: { 'ephemeral-storage': '20Gi' } }, {}, false],
  ['allocatable 5 % apart', { allocatable: { cpu: '3800m' } }, {}, true],
  ['allocatable more than that apart', { allocatable: { cpu: '3799m' } }, {}, false],
  ['pods that take little', { pods: [podOf('d', asking('200m'))] }, {}, true],
  ['pods that take more than 5 %', { pods: [podOf('d', asking('201m'))] }, {}, false],
  ['an extended resource asked for on one side', { pods: [podOf('d', { containers: [{ name: 'c', resources: { requests: { 'example.com/card': '1' } } }] })] }, {}, false],
  ['named labels decide alone', { labels: { pool: 'p' }, capacity: { cpu: '64' } }, { balancingLabels: ['pool'] }, false],
])('%s', (_name, other, options, similar) => {
  expect(areSimilar(template(), template(other), { ...DEFAULT_OPTIONS, ...options })).toBe(similar);
});

test('named labels that are equal are enough', () => {
  const options = { ...DEFAULT_OPTIONS, balancingLabels: ['pool'] };
  expect(areSimilar(template({ labels: { pool: 'p' } }), template({ labels: { pool: 'p', team: 'b' }, capacity: { cpu: '64' } }), options)).toBe(true);
});
