import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { allHold, type Constraint } from './joint';

function constraint(slack: number, losses: Readonly<Record<string, number>>): Constraint {
  return { slack, losses: new Map(Object.entries(losses)) };
}

/** Every set of machines that are up. */
function summed(constraints: readonly Constraint[], up: number): number {
  const machines = [...new Set(constraints.flatMap(({ losses }) => [...losses.keys()]))];
  let sum = 0;
  for (let state = 0; state < 2 ** machines.length; state++) {
    const isUp = (machine: string) => ((state >> machines.indexOf(machine)) & 1) === 1;
    const holds = constraints.every(({ slack, losses }) => [...losses].reduce((lost, [machine, n]) => lost + (isUp(machine) ? 0 : n), 0) <= slack);
    if (holds) sum += machines.reduce((p, machine) => p * (isUp(machine) ? up : 1 - up), 1);
  }
  return sum;
}

describe('by hand, machines that are up 9 times in 10', () => {
  test.each<[string, readonly Constraint[], number]>([
    ['nothing is wanted', [], 1],
    ['nothing can be lost', [constraint(0, {})], 1],
    ['too few already', [constraint(-1, { a: 1 })], 0],
    ['one of one', [constraint(0, { a: 1 })], 0.9],
    ['one of two', [constraint(1, { a: 1, b: 1 })], 0.99],
    ['two of three', [constraint(1, { a: 1, b: 1, c: 1 })], 0.9 ** 3 + 3 * 0.9 ** 2 * 0.1],
    ['both pods on one machine count twice', [constraint(1, { a: 2, b: 1 })], 0.9],
    ['two workloads on the same machines fail together', [constraint(1, { a: 1, b: 1 }), constraint(1, { a: 1, b: 1 })], 0.99],
    ['on machines of their own they do not', [constraint(1, { a: 1, b: 1 }), constraint(1, { c: 1, d: 1 })], 0.99 ** 2],
    ['one is stricter', [constraint(1, { a: 1, b: 1 }), constraint(0, { a: 1 })], 0.9],
  ])('%s', (_, constraints, expected) => {
    const { low, high } = allHold(constraints, 0.9);
    expect(low).toBeCloseTo(expected, 14);
    expect(high).toBe(low);
  });
});

const constraints = fc.array(
  fc.record({ slack: fc.oneof({ weight: 9, arbitrary: fc.integer({ min: 0, max: 5 }) }, { weight: 1, arbitrary: fc.constant(-1) }), losses: fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'), fc.integer({ min: 1, max: 3 }), { minKeys: 1 }) }).map(({ slack, losses }) => constraint(slack, losses)),
  { maxLength: 5 },
);

test('as the sum over every set of machines', () => {
  fc.assert(
    fc.property(constraints, fc.double({ min: 0, max: 1, noNaN: true }), (list, up) => {
      expect(Math.abs(allHold(list, up).low - summed(list, up))).toBeLessThan(1e-12);
    }),
    { seed: 1, numRuns: 300 },
  );
});

test('where there are too many states, the exact value lies within the bounds', () => {
  let wide = 0;
  fc.assert(
    fc.property(constraints, fc.constantFrom(0.5, 0.8, 0.95), (list, up) => {
      const exact = summed(list, up);
      const { low, high } = allHold(list, up, 1);
      if (high - low > 1e-6) wide++;
      expect(low).toBeLessThanOrEqual(exact + 1e-12);
      expect(high).toBeGreaterThanOrEqual(exact - 1e-12);
    }),
    { seed: 1, numRuns: 300 },
  );
  expect(wide).toBeGreaterThan(20);
});

test('a hundred workloads on ten machines: what has a part in nothing else takes no room', () => {
  const many = Array.from({ length: 100 }, (_, i) => constraint(1, { [`m${i % 10}`]: 1, [`n${i % 10}`]: 1 }));
  const { low, high } = allHold(many, 0.99);
  expect(high).toBe(low);
  expect(low).toBeCloseTo((1 - 0.01 ** 2) ** 10, 12);
});
