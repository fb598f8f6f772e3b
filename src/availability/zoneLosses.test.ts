import { describe, expect, test } from 'vitest';
import { sharedLosses, zoneLosses } from './zoneLosses';

const named = (losses: ReturnType<typeof zoneLosses>) => Object.fromEntries(losses.map(({ lost, probability }) => [[...lost].join(''), Number(probability.toFixed(12))]));

describe('which zones are down', () => {
  test.each<[string, string, number, number, Record<string, number>]>([
    ['none', '', 0.9, 0.5, { '': 1 }],
    ['one', 'a', 0.9, 0.5, { '': 0.9, a: 0.1 }],
    ['two by themselves', 'ab', 0.9, 1, { '': 0.81, a: 0.09, b: 0.09, ab: 0.01 }],
    // Half the time both are gone at once.
    ['two that share an event', 'ab', 0.9, 0.5, { '': 0.405, a: 0.045, b: 0.045, ab: 0.505 }],
    // No pair: 0.5^3; one pair 3 x 0.5^3, two or three pairs take all.
    ['three by pairs alone', 'abc', 1, 0.5, { '': 0.125, a: 0, b: 0, c: 0, ab: 0.125, ac: 0.125, bc: 0.125, abc: 0.5 }],
  ])('%s', (_, zones, up, pairUp, expected) => {
    const losses = zoneLosses(Array.from(zones), up, pairUp);
    expect(named(losses)).toEqual(expected);
    expect(losses.reduce((sum, { probability }) => sum + probability, 0)).toBeCloseTo(1, 14);
  });

  test('what pairs alone take', () => {
    expect(named(sharedLosses(['a', 'b', 'c'], 1))).toEqual({ '': 1 });
    expect(named(sharedLosses(['a', 'b'], 0.9))).toEqual({ '': 0.9, ab: 0.1 });
  });
});
