import type { Labels, ResourceList } from '../kubernetes/objects';
import { quantityMilliValue } from '../kubernetes/quantity';
import { labelValue } from '../kubernetes/selector';
import { podInfoOf } from '../scheduling/podInfo';
import type { EquivalenceGroup } from './equivalenceGroups';
import type { NodeGroup } from './nodeGroup';
import type { AutoscalerOptions } from './options';
import type { Template } from './templates';

/** How much of the larger value two groups may differ by: memory capacity, allocatable, and what the template's pods leave. */
const CAPACITY_MEMORY = 0.015;
const ALLOCATABLE = 0.05;
const FREE = 0.05;

/** Labels that tell nodes of like groups apart. Source: cluster-autoscaler/processors/nodegroupset/{compare_nodegroups,aws_nodegroups}.go. */
const IGNORED_LABELS: readonly string[] = [
  'kubernetes.io/hostname',
  'topology.kubernetes.io/zone',
  'topology.kubernetes.io/region',
  'failure-domain.beta.kubernetes.io/zone',
  'failure-domain.beta.kubernetes.io/region',
  'beta.kubernetes.io/fluentd-ds-ready',
  'kops.k8s.io/instancegroup',
  'alpha.eksctl.io/instance-id',
  'alpha.eksctl.io/nodegroup-name',
  'eks.amazonaws.com/nodegroup',
  'k8s.amazonaws.com/eniConfig',
  'lifecycle',
  'topology.ebs.csi.aws.com/zone',
  'topology.k8s.aws/zone-id',
];

/** What the search for similar groups knows of all groups. */
export interface SimilarSearch {
  readonly valid: readonly NodeGroup[];
  readonly templates: ReadonlyMap<string, Template>;
  /** The equivalence groups that fit each group. */
  readonly fitting: ReadonlyMap<string, readonly EquivalenceGroup[]>;
  readonly options: AutoscalerOptions;
}

/** The groups over which a scale-up of this one is balanced: alike, and good for all pods that this one is good for. */
export function similarGroups({ id }: NodeGroup, { valid, templates, fitting, options }: SimilarSearch): readonly NodeGroup[] {
  const template = templates.get(id);
  if (!options.balanceSimilarNodeGroups || template === undefined) return [];
  return valid.filter((other) => {
    const theirs = templates.get(other.id);
    if (other.id === id || theirs === undefined || !areSimilar(template, theirs, options)) return false;
    const fitsThere = new Set(fitting.get(other.id));
    return (fitting.get(id) ?? []).every((group) => fitsThere.has(group));
  });
}

/** Whether two templates are alike but for their zone; taints are not compared. */
export function areSimilar(a: Template, b: Template, { balancingLabels, balancingIgnoreLabels }: AutoscalerOptions): boolean {
  const [labels, others] = [a.node.metadata.labels, b.node.metadata.labels];
  if (balancingLabels.length > 0) return balancingLabels.every((key) => labelValue(labels, key) !== undefined && labelValue(labels, key) === labelValue(others, key));
  return (
    isClose(a.node.status.capacity, b.node.status.capacity, (resource) => (resource === 'memory' ? CAPACITY_MEMORY : 0)) &&
    isClose(a.node.status.allocatable, b.node.status.allocatable, () => ALLOCATABLE) &&
    isFreeClose(a, b) &&
    sameLabels(labels ?? {}, others ?? {}, new Set([...IGNORED_LABELS, ...balancingIgnoreLabels]))
  );
}

function isClose(a: ResourceList | undefined, b: ResourceList | undefined, tolerance: (resource: string) => number): boolean {
  return areClose(milliValues(a), milliValues(b), tolerance);
}

function milliValues(list: ResourceList | undefined): ReadonlyMap<string, number> {
  return new Map(Object.entries(list ?? {}).map(([resource, text]) => [resource, quantityMilliValue(text)]));
}

function areClose(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>, tolerance: (resource: string) => number): boolean {
  if (a.size !== b.size) return false;
  for (const [resource, value] of a) {
    const other = b.get(resource);
    if (other === undefined) return false;
    const larger = Math.max(value, other);
    if (larger - Math.min(value, other) > larger * tolerance(resource)) return false;
  }
  return true;
}

function isFreeClose(a: Template, b: Template): boolean {
  return areClose(freeOf(a), freeOf(b), () => FREE);
}

/** Thousandths of what a fresh node's pods leave of cpu, memory, ephemeral storage and the extended resources that they ask for. */
function freeOf({ node, pods }: Template): ReadonlyMap<string, number> {
  const requests = pods.map((pod) => podInfoOf(pod).requests);
  const used = new Map<string, number>([
    ['cpu', requests.reduce((sum, { milliCpu }) => sum + milliCpu, 0)],
    ['memory', requests.reduce((sum, { memory }) => sum + memory * 1000, 0)],
    ['ephemeral-storage', requests.reduce((sum, { ephemeralStorage }) => sum + ephemeralStorage * 1000, 0)],
  ]);
  for (const { scalars } of requests) for (const { resource, value } of scalars) used.set(resource, (used.get(resource) ?? 0) + value * 1000);
  return new Map([...used].map(([resource, amount]) => [resource, quantityMilliValue(node.status.allocatable?.[resource]) - amount]));
}

function sameLabels(a: Labels, b: Labels, ignored: ReadonlySet<string>): boolean {
  const keys = new Set([...Object.keys(a), ...Object.keys(b)].filter((key) => !ignored.has(key)));
  return [...keys].every((key) => labelValue(a, key) !== undefined && labelValue(a, key) === labelValue(b, key));
}
