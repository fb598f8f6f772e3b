import { compareBytes } from '../../byteOrder';
import type { Catalog } from '../../catalog/catalog';
import type { AutoScalingGroup, Instance } from '../../design/schema';
import type { Unsupported } from '../unsupported';

type Labels = AutoScalingGroup['labels'];
type Taints = AutoScalingGroup['taints'];

/** Labels of the reserved domains that a kubelet may give its own node (NodeRestriction, `--node-labels`). */
const kubeletLabels = new Set([
  'beta.kubernetes.io/arch',
  'beta.kubernetes.io/instance-type',
  'beta.kubernetes.io/os',
  'failure-domain.beta.kubernetes.io/region',
  'failure-domain.beta.kubernetes.io/zone',
  'kubernetes.io/arch',
  'kubernetes.io/hostname',
  'kubernetes.io/os',
  'node.kubernetes.io/instance-type',
  'topology.kubernetes.io/region',
  'topology.kubernetes.io/zone',
]);

/** https://kubernetes.io/docs/reference/access-authn-authz/admission-controllers/#noderestriction */
export function kubeletMaySet(key: string): boolean {
  const slash = key.indexOf('/');
  if (slash === -1) return true;
  const domain = key.slice(0, slash);
  const within = (...suffixes: readonly string[]) => suffixes.some((suffix) => domain === suffix || domain.endsWith(`.${suffix}`));
  if (!within('kubernetes.io', 'k8s.io')) return true;
  return kubeletLabels.has(key) || within('kubelet.kubernetes.io', 'node.kubernetes.io');
}

/** Labels by key in byte order, without those that a kubelet may not set. */
export function settableLabels(labels: Labels): readonly (readonly [string, string])[] {
  return Object.entries(labels)
    .filter(([key]) => kubeletMaySet(key))
    .sort(([a], [b]) => compareBytes(a, b));
}

/** Taints by key and effect in byte order, each once. */
export function taintsOf(taints: Taints): Taints {
  const text = (taint: Taints[number]) => `${taint.key}=${taint.value}:${taint.effect}`;
  const byText = new Map(taints.map((taint) => [`${taint.key}:${taint.effect}`, taint]));
  return [...byText.values()].sort((a, b) => compareBytes(text(a), text(b)));
}

/** What stands in the labels of a worker that its kubelet cannot set. */
export function labelProblems(worker: AutoScalingGroup | Instance): readonly Unsupported[] {
  return Object.keys(worker.labels)
    .filter((key) => !kubeletMaySet(key))
    .sort(compareBytes)
    .map((key) => (say) => say.labelByKubectl(worker.id, key));
}

export type Architecture = 'x86_64' | 'arm64';

/** By the catalog, else by AWS's naming: a `g` behind the generation is Graviton. */
export function architectureOf(catalog: Catalog, instanceType: string): Architecture {
  const known = catalog.instanceTypes.get(instanceType)?.arch;
  if (known !== undefined) return known === 'arm64' ? 'arm64' : 'x86_64';
  return /^(a1|[a-z]+[0-9]+g[a-z]*)\./.test(instanceType) ? 'arm64' : 'x86_64';
}

/** Types of a group that share the architecture of its first: one launch template has one image. */
export function typesOf(catalog: Catalog, group: AutoScalingGroup): readonly string[] {
  const [first = 'm6i.large'] = group.instanceTypes;
  const arch = architectureOf(catalog, first);
  return [...new Set(group.instanceTypes)].filter((type) => architectureOf(catalog, type) === arch);
}
