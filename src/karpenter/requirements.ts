import type { Labels, PodSpec, SelectorRequirement } from '../kubernetes/objects';
import { CAPACITY_TYPE } from './entity';
import { allowsAbsent, ANY, intersection, isEmpty, oneOf, requirementOf, textOf, type Requirement } from './requirement';

/** By label; a label that is not in it may have any value. Source: kubernetes-sigs/karpenter pkg/scheduling/requirements.go. */
export type Requirements = ReadonlyMap<string, Requirement>;

export const ZONE = 'topology.kubernetes.io/zone';
export const HOSTNAME = 'kubernetes.io/hostname';
export const NO_REQUIREMENTS: Requirements = new Map();

const ALIASES: ReadonlyMap<string, string> = new Map([
  ['topology.ebs.csi.aws.com/zone', ZONE],
  ['failure-domain.beta.kubernetes.io/zone', ZONE],
  ['failure-domain.beta.kubernetes.io/region', 'topology.kubernetes.io/region'],
  ['beta.kubernetes.io/arch', 'kubernetes.io/arch'],
  ['beta.kubernetes.io/os', 'kubernetes.io/os'],
  ['beta.kubernetes.io/instance-type', 'node.kubernetes.io/instance-type'],
]);

/** Labels that a new node gets whatever they are to be; any other label must be known of the node. */
const WELL_KNOWN: ReadonlySet<string> = new Set([
  ZONE,
  HOSTNAME,
  CAPACITY_TYPE,
  'topology.kubernetes.io/region',
  'kubernetes.io/arch',
  'kubernetes.io/os',
  'node.kubernetes.io/instance-type',
  'karpenter.sh/nodepool',
]);

export function requirement(requirements: Requirements, label: string): Requirement {
  return requirements.get(label) ?? ANY;
}

export function both(a: Requirements, b: Requirements): Requirements {
  if (b.size === 0) return a;
  const joined = new Map(a);
  for (const [label, wanted] of b) joined.set(label, intersection(requirement(joined, label), wanted));
  return joined;
}

export function fromLabels(labels: Labels): Requirements {
  return new Map(Object.entries(labels).map(([label, value]) => [ALIASES.get(label) ?? label, oneOf([value])]));
}

export function fromExpressions(expressions: readonly SelectorRequirement[]): Requirements {
  let all: Requirements = NO_REQUIREMENTS;
  for (const expression of expressions) all = both(all, new Map([[ALIASES.get(expression.key) ?? expression.key, requirementOf(expression)]]));
  return all;
}

/** Null where a node that is so can be as wanted; else what stands in the way. `isNew`: well-known labels may still be chosen. */
export function conflict(node: Requirements, wanted: Requirements, isNew: boolean): string | null {
  for (const [label, need] of wanted) {
    const has = node.get(label);
    if (has === undefined) {
      if ((isNew && isWellKnown(label)) || allowsAbsent(need)) continue;
      return `label "${label}" does not have known values`;
    }
    if (isEmpty(intersection(has, need)) && !(allowsAbsent(has) && allowsAbsent(need))) return `key ${label}, ${label} ${textOf(need)} not in ${label} ${textOf(has)}`;
  }
  return null;
}

/** Whether something can be as both say, where both say anything. */
export function intersect(a: Requirements, b: Requirements): boolean {
  for (const [label, need] of b) {
    const has = a.get(label);
    if (has !== undefined && isEmpty(intersection(has, need)) && !(allowsAbsent(has) && allowsAbsent(need))) return false;
  }
  return true;
}

function isWellKnown(label: string): boolean {
  return WELL_KNOWN.has(label) || label.startsWith('karpenter.k8s.aws/');
}

/** What a pod demands of its node: `strict` without preferences, `all` with the heaviest of its preferred node affinity terms. */
interface Asked {
  readonly strict: Requirements;
  readonly all: Requirements;
}

const asked = new WeakMap<PodSpec, Asked>();

/** Of required terms, which are ORed, the first counts; a preferred one is taken for required until it is given up. */
export function podRequirements(spec: PodSpec): Asked {
  let known = asked.get(spec);
  if (known === undefined) {
    const strict = strictRequirements(spec);
    const [heaviest] = (spec.affinity?.nodeAffinity?.preferredDuringSchedulingIgnoredDuringExecution ?? []).toSorted((a, b) => b.weight - a.weight);
    known = { strict, all: both(strict, fromExpressions(heaviest?.preference.matchExpressions ?? [])) };
    asked.set(spec, known);
  }
  return known;
}

function strictRequirements(spec: PodSpec): Requirements {
  const [first] = spec.affinity?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution?.nodeSelectorTerms ?? [];
  return both(fromLabels(spec.nodeSelector ?? {}), fromExpressions(first?.matchExpressions ?? []));
}
