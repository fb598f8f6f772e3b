import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareLosses, frontierOf } from './frontier';
import { LOSS_VERDICTS, type VariantFigures } from './variant';

function figures(totalMonthly: number, verdict: (typeof LOSS_VERDICTS)[number], running: number, needed = 6): VariantFigures {
  return { totalMonthly, crossZoneMonthly: 0, pending: 0, worstLoss: { zone: 'a', verdict, running, needed, share: needed === 0 ? 1 : running / needed, podsLost: 0, podsBefore: 6, dropped: 0 } };
}

describe('the frontier', () => {
  test.each<[string, readonly VariantFigures[], readonly number[]]>([
    ['alone', [figures(10, 'down', 0)], [0]],
    ['dearer and less resilient is not on it', [figures(10, 'survives', 6), figures(11, 'degraded', 5)], [0]],
    ['dearer and more resilient is', [figures(10, 'degraded', 5), figures(11, 'survives', 6)], [0, 1]],
    ['as dear: the more resilient', [figures(10, 'degraded', 4), figures(10, 'degraded', 5)], [1]],
    ['as resilient: the cheaper', [figures(10.01, 'survives', 6), figures(10, 'survives', 6)], [1]],
    ['equals are on it together', [figures(10, 'survives', 6), figures(10, 'survives', 6)], [0, 1]],
    ['sums that differ in binary only are equal', [figures(0.1 + 0.2, 'survives', 6), figures(0.3, 'survives', 6)], [0, 1]],
    ['shares as fractions: 2 of 6 is 1 of 3', [figures(10, 'degraded', 2, 6), figures(11, 'degraded', 1, 3)], [0]],
    ['the verdict before the share', [figures(10, 'control-plane-lost', 6), figures(11, 'down', 3), figures(12, 'degraded', 2)], [0, 1, 2]],
  ])('%s', (_, variants, on) => {
    expect(frontierOf(variants)).toEqual(on.map((index) => variants[index]));
  });

  test('is what comparing each with each other finds, in the order given', () => {
    const anyFigures = fc.record({ cents: fc.integer({ min: 0, max: 12 }), verdict: fc.constantFrom(...LOSS_VERDICTS), needed: fc.integer({ min: 0, max: 4 }), running: fc.nat(4) }).map(({ cents, verdict, needed, running }) => figures(cents / 100, verdict, Math.min(running, needed), needed));
    fc.assert(
      fc.property(fc.array(anyFigures, { maxLength: 12 }), (variants) => {
        const isBeaten = (variant: VariantFigures) =>
          variants.some((other) => {
            const cheaper = Math.round(variant.totalMonthly * 100) - Math.round(other.totalMonthly * 100);
            const better = LOSS_VERDICTS.indexOf(other.worstLoss.verdict) - LOSS_VERDICTS.indexOf(variant.worstLoss.verdict) || other.worstLoss.share - variant.worstLoss.share;
            return cheaper >= 0 && better >= -1e-12 && (cheaper > 0 || better > 1e-12);
          });
        expect(frontierOf(variants)).toEqual(variants.filter((variant) => !isBeaten(variant)));
      }),
      { seed: 1 },
    );
  });

  test('outcomes are in one order, whichever of them is asked first', () => {
    const losses = LOSS_VERDICTS.flatMap((verdict) => [0, 1, 2].map((running) => figures(1, verdict, running, 2).worstLoss));
    for (const [i, a] of losses.entries()) for (const [j, b] of losses.entries()) expect(Math.sign(compareLosses(a, b))).toBe(Math.sign(i - j));
  });
});
