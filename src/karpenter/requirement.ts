import type { SelectorRequirement } from '../kubernetes/objects';

/**
 * The values that a label may have: those listed, or all but those listed. Source: kubernetes-sigs/karpenter
 * pkg/scheduling/requirement.go.
 */
export interface Requirement {
  readonly complement: boolean;
  readonly values: ReadonlySet<string>;
  /** Bounds of Gt and Lt, both excluded. */
  readonly above?: number;
  readonly below?: number;
}

const NO_VALUES: ReadonlySet<string> = new Set();
export const ANY: Requirement = { complement: true, values: NO_VALUES };
export const NONE: Requirement = { complement: false, values: NO_VALUES };

export function oneOf(values: Iterable<string>): Requirement {
  return { complement: false, values: new Set(values) };
}

export function requirementOf({ operator, values = [] }: SelectorRequirement): Requirement {
  switch (operator) {
    case 'In':
      return oneOf(values);
    case 'NotIn':
      return { complement: true, values: new Set(values) };
    case 'Exists':
      return ANY;
    case 'DoesNotExist':
      return NONE;
    case 'Gt':
      return { ...ANY, above: Number(values[0]) };
    case 'Lt':
      return { ...ANY, below: Number(values[0]) };
  }
}

export function allows(requirement: Requirement, value: string): boolean {
  return requirement.values.has(value) !== requirement.complement && inBounds(requirement, value);
}

export function isEmpty({ complement, values }: Requirement): boolean {
  return !complement && values.size === 0;
}

/** A label that is absent is all right: NotIn and DoesNotExist. */
export function allowsAbsent({ complement, values, above, below }: Requirement): boolean {
  return complement ? values.size > 0 && above === undefined && below === undefined : values.size === 0;
}

export function intersection(a: Requirement, b: Requirement): Requirement {
  const above = larger(a.above, b.above);
  const below = smaller(a.below, b.below);
  if (above !== undefined && below !== undefined && above + 1 >= below) return NONE;
  const bounds = { ...(above === undefined ? {} : { above }), ...(below === undefined ? {} : { below }) };
  if (a.complement && b.complement) return { complement: true, values: new Set([...a.values, ...b.values]), ...bounds };
  const [listed, other] = a.complement ? [b, a] : [a, b];
  return oneOf([...listed.values].filter((value) => allows(other, value) && inBounds(bounds, value)));
}

/** `In [a b]`, as Karpenter prints it. */
export function textOf({ complement, values, above, below }: Requirement): string {
  const list = [...values].sort().join(' ');
  if (!complement) return values.size === 0 ? 'DoesNotExist' : `In [${list}]`;
  const bounds = [...(above === undefined ? [] : [`Gt ${above}`]), ...(below === undefined ? [] : [`Lt ${below}`])];
  return [...(values.size > 0 ? [`NotIn [${list}]`] : []), ...bounds].join(' ') || 'Exists';
}

function inBounds({ above, below }: Pick<Requirement, 'above' | 'below'>, value: string): boolean {
  if (above === undefined && below === undefined) return true;
  const number = /^-?\d+$/.test(value) ? Number(value) : Number.NaN;
  return (above === undefined || number > above) && (below === undefined || number < below);
}

function larger(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined || b === undefined ? (a ?? b) : Math.max(a, b);
}

function smaller(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined || b === undefined ? (a ?? b) : Math.min(a, b);
}
