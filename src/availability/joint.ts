/** Something that must have enough of what machines carry: of its pods, of etcd's votes, of API servers. */
export interface Constraint {
  /** How many may be lost; less than none: there are too few already. */
  readonly slack: number;
  /** Machine -> how many are lost with it. */
  readonly losses: ReadonlyMap<string, number>;
}

/** A probability: exact where both are the same, else certainly between the two. */
export interface Bounds {
  readonly low: number;
  readonly high: number;
}

/** Above this number of states in flight the joint distribution is not worked out. */
export const MOST_STATES = 20_000;

/**
 * How likely it is that all constraints hold at once while each machine is up with probability `up`, by itself. Exact:
 * machine after machine, the joint distribution of what is lost, as long as it matters. Where that has too many states:
 * at least the product of the single probabilities, since what all want is machines that are up (such events are
 * associated: Esary, Proschan and Walkup, Annals of Mathematical Statistics 38, 1967), at most the least of them.
 */
export function allHold(constraints: readonly Constraint[], up: number, mostStates: number = MOST_STATES): Bounds {
  const exact = jointProbability(constraints, up, mostStates);
  if (exact !== null) return { low: exact, high: exact };
  const single = constraints.map((constraint) => jointProbability([constraint], up, Number.POSITIVE_INFINITY) ?? 0);
  return { low: single.reduce((product, p) => product * p, 1), high: Math.min(...single) };
}

/** Null: too many states. */
function jointProbability(constraints: readonly Constraint[], up: number, mostStates: number): number | null {
  if (constraints.some(({ slack }) => slack < 0)) return 0;
  const critical = new Set(constraints.flatMap(({ slack, losses }) => [...losses].flatMap(([machine, n]) => (n > slack ? [machine] : []))));
  let product = up ** critical.size;
  for (const part of partsOf(looseOf(constraints, critical))) {
    const probability = probabilityOf(part, up, mostStates);
    if (probability === null) return null;
    product *= probability;
  }
  return product;
}

/** The constraints that machines which are not critical can break; of those on the same machines the strictest. */
function looseOf(constraints: readonly Constraint[], critical: ReadonlySet<string>): readonly Constraint[] {
  const strictest = new Map<string, Constraint>();
  for (const { slack, losses } of constraints) {
    const loose = [...losses].filter(([machine, n]) => n > 0 && !critical.has(machine));
    if (totalOf(loose) <= slack) continue;
    const key = loose.map((entry) => entry.join('=')).sort().join(' ');
    const other = strictest.get(key);
    if (other === undefined || slack < other.slack) strictest.set(key, { slack, losses: new Map(loose) });
  }
  return [...strictest.values()];
}

/** Constraints that have machines in common, directly or by others; between the parts there is no dependence. */
function partsOf(constraints: readonly Constraint[]): readonly (readonly Constraint[])[] {
  let parts: readonly { readonly machines: ReadonlySet<string>; readonly constraints: readonly Constraint[] }[] = [];
  for (const constraint of constraints) {
    const own = [...constraint.losses.keys()];
    const touched = parts.filter(({ machines }) => own.some((machine) => machines.has(machine)));
    const joined = { machines: new Set([...touched.flatMap(({ machines }) => [...machines]), ...own]), constraints: [...touched.flatMap((part) => part.constraints), constraint] };
    parts = [...parts.filter((part) => !touched.includes(part)), joined];
  }
  return parts.map((part) => part.constraints);
}

/** A state is a number with a digit for each constraint: what it has lost so far. */
function probabilityOf(constraints: readonly Constraint[], up: number, mostStates: number): number | null {
  let stride = 1;
  const dimensions = constraints.map(({ slack, losses }) => {
    const dimension = { slack, losses, stride, left: totalOf([...losses]) };
    stride *= slack + 1;
    return dimension;
  });
  if (stride > Number.MAX_SAFE_INTEGER) return null;
  let states = new Map<number, number>([[0, 1]]);
  for (const machine of new Set(constraints.flatMap(({ losses }) => [...losses.keys()]))) {
    const touched = dimensions.flatMap((dimension) => {
      const lost = dimension.losses.get(machine);
      if (lost === undefined) return [];
      dimension.left -= lost;
      return [{ slack: dimension.slack, stride: dimension.stride, lost, left: dimension.left }];
    });
    const next = new Map<number, number>();
    const add = (state: number, probability: number) => {
      const settled = touched.reduce(forget, state);
      next.set(settled, (next.get(settled) ?? 0) + probability);
    };
    for (const [state, probability] of states) {
      add(state, probability * up);
      if (touched.every(({ slack, stride: digit, lost }) => lostBy(state, slack, digit) + lost <= slack)) {
        add(touched.reduce((sum, { lost, stride: digit }) => sum + lost * digit, state), probability * (1 - up));
      }
    }
    if (next.size > mostStates) return null;
    states = next;
  }
  return [...states.values()].reduce((sum, probability) => sum + probability, 0);
}

function totalOf(losses: readonly (readonly [string, number])[]): number {
  return losses.reduce((sum, [, n]) => sum + n, 0);
}

function lostBy(state: number, slack: number, stride: number): number {
  return Math.floor(state / stride) % (slack + 1);
}

/** Where even all that is left to lose would not break the constraint, what was lost no longer matters. */
function forget(state: number, { slack, stride, left }: { readonly slack: number; readonly stride: number; readonly left: number }): number {
  const lost = lostBy(state, slack, stride);
  return lost + left <= slack ? state - lost * stride : state;
}
