import { expect, test } from 'vitest';
import { barsOf, distributionOfNumbers, distributionOfWords, shareInterval } from './distribution';

const numbered = <T>(values: readonly T[]) => values.map((value, i) => ({ value, seed: i + 1 }));

test.each([
  [[3, 1, 2], [1, 2, 3], [[1, 1, 2], [2, 1, 3], [3, 1, 1]]],
  [[5, 5, 1, 5], [1, 5, 5], [[1, 1, 3], [5, 3, 1]]],
  [[1, 2], [1, 1, 2], [[1, 1, 1], [2, 1, 2]]],
] as const)('numbers %j: best, median and worst are %j', (samples, [best, likely, worst], values) => {
  const distribution = distributionOfNumbers(numbered<number>(samples));
  expect([distribution?.best.value, distribution?.likely.value, distribution?.worst.value]).toEqual([best, likely, worst]);
  expect(distribution?.values.map(({ value, draws, seed }) => [value, draws, seed])).toEqual(values);
});

test('words: in the order given, likely is the most frequent', () => {
  const distribution = distributionOfWords(numbered(['down', 'survives', 'degraded', 'down'] as const), ['survives', 'degraded', 'down']);
  expect(distribution?.values.map(({ value, draws }) => [value, draws])).toEqual([['survives', 1], ['degraded', 1], ['down', 2]]);
  expect([distribution?.best.value, distribution?.likely.value, distribution?.worst.value]).toEqual(['survives', 'down', 'down']);
});

test('nothing has no distribution', () => {
  expect(distributionOfNumbers([])).toBeNull();
});

test('bars: one a value, or as many of equal width with all draws in them', () => {
  const few = distributionOfNumbers(numbered([1, 1, 4]));
  const many = distributionOfNumbers(numbered(Array.from({ length: 101 }, (_, i) => i / 10)));
  if (few === null || many === null) throw new Error('no distribution');
  expect(barsOf(few, 10).map(({ from, to, draws }) => [from, to, draws])).toEqual([[1, 1, 2], [4, 4, 1]]);
  const bars = barsOf(many, 10);
  expect(bars.map(({ draws }) => draws)).toEqual([10, 10, 10, 10, 10, 10, 10, 10, 10, 11]);
  expect([bars[0]?.from, bars[0]?.to, bars.at(-1)?.to]).toEqual([0, 0.9, 10]);
});

// Reference: Newcombe, "Two-sided confidence intervals for the single proportion", Statistics in Medicine 17 (1998), table I.
test.each([
  [81, 263, 0.2553, 0.3662],
  [15, 148, 0.0624, 0.1605],
  [0, 20, 0, 0.1611],
  [1, 29, 0.0061, 0.1718],
  [29, 29, 0.883, 1],
])('%i of %i lies between %f and %f', (hits, draws, low, high) => {
  const interval = shareInterval(hits, draws);
  expect(interval.low).toBeCloseTo(low, 3);
  expect(interval.high).toBeCloseTo(high, 3);
});
