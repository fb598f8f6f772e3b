import type { Labels, LabelSelector, Node, NodeSelector, NodeSelectorTerm, SelectorRequirement, Taint, Toleration } from './objects';

/**
 * A compiled label selector. `everything` matches any labels (the empty selector), `nothing` none (an absent or an
 * invalid selector). Source: kubernetes/apimachinery pkg/labels/selector.go, pkg/apis/meta/v1/helpers.go.
 */
export interface LabelMatcher {
  readonly kind: 'everything' | 'nothing' | 'requirements';
  readonly requirements: readonly Requirement[];
}

/** One requirement on a label; all of a selector's must hold. */
interface Requirement {
  readonly key: string;
  readonly operator: SelectorRequirement['operator'];
  readonly values: readonly string[];
}

const EVERYTHING: LabelMatcher = { kind: 'everything', requirements: [] };
const NOTHING: LabelMatcher = { kind: 'nothing', requirements: [] };

/** The value of a label, undefined where there is none; safe for keys such as `constructor`. */
export function labelValue(labels: Labels | undefined, key: string): string | undefined {
  const value: unknown = labels?.[key];
  return typeof value === 'string' ? value : undefined;
}

/** An absent selector matches nothing, an empty one everything; one with an invalid requirement matches nothing. */
export function compileLabelSelector(selector: LabelSelector | undefined | null): LabelMatcher {
  if (selector === undefined || selector === null) return NOTHING;
  const requirements: Requirement[] = equalities(selector.matchLabels);
  for (const expression of selector.matchExpressions ?? []) {
    if (expression.operator === 'Gt' || expression.operator === 'Lt') return NOTHING;
    const requirement = compileRequirement(expression);
    if (requirement === null) return NOTHING;
    requirements.push(requirement);
  }
  return requirements.length === 0 ? EVERYTHING : { kind: 'requirements', requirements };
}

/** The selector of equal labels, as Services and nodeSelectors have it; no labels match everything. */
export function compileLabels(labels: Labels | undefined | null): LabelMatcher {
  const requirements = equalities(labels);
  return requirements.length === 0 ? EVERYTHING : { kind: 'requirements', requirements };
}

/** Both selectors at once. */
export function andMatchers(a: LabelMatcher, b: LabelMatcher): LabelMatcher {
  if (a.kind === 'nothing' || b.kind === 'everything') return a;
  if (b.kind === 'nothing' || a.kind === 'everything') return b;
  return { kind: 'requirements', requirements: [...a.requirements, ...b.requirements] };
}

export function matchesLabels(matcher: LabelMatcher, labels: Labels | undefined): boolean {
  if (matcher.kind !== 'requirements') return matcher.kind === 'everything';
  for (const requirement of matcher.requirements) if (!holds(requirement, labels)) return false;
  return true;
}

function equalities(labels: Labels | undefined | null): Requirement[] {
  return Object.entries(labels ?? {}).map(([key, value]) => ({ key, operator: 'In', values: [value] }));
}

const LABEL_VALUE = /^(?:[A-Za-z0-9](?:[-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?)?$/;
const INTEGER = /^[+-]?\d{1,19}$/;

/** Null where the API's validation refuses the requirement. */
function compileRequirement(source: SelectorRequirement): Requirement | null {
  const values = source.values ?? [];
  switch (source.operator) {
    case 'In':
    case 'NotIn':
      if (values.length === 0) return null;
      break;
    case 'Exists':
    case 'DoesNotExist':
      if (values.length > 0) return null;
      break;
    case 'Gt':
    case 'Lt':
      if (values.length !== 1 || !INTEGER.test(values[0] ?? '')) return null;
      break;
    default:
      return null;
  }
  if (!values.every((value) => LABEL_VALUE.test(value) || source.operator === 'Gt' || source.operator === 'Lt')) return null;
  return { key: source.key, operator: source.operator, values };
}

function holds(requirement: Requirement, labels: Labels | undefined): boolean {
  const value = labelValue(labels, requirement.key);
  switch (requirement.operator) {
    case 'In':
      return value !== undefined && requirement.values.includes(value);
    case 'NotIn':
      return value === undefined || !requirement.values.includes(value);
    case 'Exists':
      return value !== undefined;
    case 'DoesNotExist':
      return value === undefined;
    case 'Gt':
      return value !== undefined && INTEGER.test(value) && BigInt(value) > BigInt(requirement.values[0] ?? '0');
    case 'Lt':
      return value !== undefined && INTEGER.test(value) && BigInt(value) < BigInt(requirement.values[0] ?? '0');
  }
}

/** A compiled node selector term: its label requirements and those on `metadata.name`. */
interface NodeTerm {
  readonly labels: readonly Requirement[];
  readonly names: readonly { readonly name: string; readonly equal: boolean }[];
}

/** A compiled node selector; terms that are empty or that the API refuses are left out, since they match no node. */
export interface NodeMatcher {
  readonly terms: readonly NodeTerm[];
}

/** Source: kubernetes/component-helpers scheduling/corev1/nodeaffinity/nodeaffinity.go. */
export function compileNodeSelector(selector: NodeSelector): NodeMatcher {
  return { terms: (selector.nodeSelectorTerms ?? []).map(compileNodeTerm).filter((term) => term !== null) };
}

/** One term on its own, as preferred node affinity has it. */
export function compileNodeTerm(term: NodeSelectorTerm): NodeTerm | null {
  const expressions = term.matchExpressions ?? [];
  const fields = term.matchFields ?? [];
  if (expressions.length === 0 && fields.length === 0) return null;
  const labels: Requirement[] = [];
  for (const expression of expressions) {
    const requirement = compileRequirement(expression);
    if (requirement === null) return null;
    labels.push(requirement);
  }
  const names: { name: string; equal: boolean }[] = [];
  for (const field of fields) {
    const name = field.values?.[0];
    if (field.key !== 'metadata.name' || name === undefined || field.values?.length !== 1) return null;
    if (field.operator !== 'In' && field.operator !== 'NotIn') return null;
    names.push({ name, equal: field.operator === 'In' });
  }
  return { labels, names };
}

/** Whether any term matches the node. */
export function matchesNode(matcher: NodeMatcher, node: Node): boolean {
  return matcher.terms.some((term) => matchesNodeTerm(term, node));
}

export function matchesNodeTerm(term: NodeTerm, node: Node): boolean {
  for (const requirement of term.labels) if (!holds(requirement, node.metadata.labels)) return false;
  for (const { name, equal } of term.names) if ((node.metadata.name === name) !== equal) return false;
  return true;
}

/** Source: kubernetes/api core/v1/toleration.go, `ToleratesTaint`. */
export function toleratesTaint(toleration: Toleration, taint: Taint): boolean {
  if (toleration.effect !== undefined && (toleration.effect as string) !== '' && toleration.effect !== taint.effect) return false;
  if (toleration.key !== undefined && toleration.key !== '' && toleration.key !== taint.key) return false;
  if (toleration.operator === 'Exists') return true;
  if (toleration.operator !== undefined && (toleration.operator as string) !== '' && toleration.operator !== 'Equal') return false;
  return (toleration.value ?? '') === (taint.value ?? '');
}

export function tolerates(tolerations: readonly Toleration[] | undefined, taint: Taint): boolean {
  return tolerations?.some((toleration) => toleratesTaint(toleration, taint)) ?? false;
}

/** The first taint that keeps the pod off the node (NoSchedule or NoExecute), undefined where it is welcome. */
export function firstUntoleratedTaint(node: Node, tolerations: readonly Toleration[] | undefined): Taint | undefined {
  return node.spec?.taints?.find((taint) => taint.effect !== 'PreferNoSchedule' && !tolerates(tolerations, taint));
}
