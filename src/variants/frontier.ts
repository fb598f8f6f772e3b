import { LOSS_VERDICTS, type VariantFigures, type ZoneLoss } from './variant';

/** Below 0: `a` is the worse outcome. The verdict decides, then the share, compared as fractions. */
export function compareLosses(a: ZoneLoss, b: ZoneLoss): number {
  return LOSS_VERDICTS.indexOf(a.verdict) - LOSS_VERDICTS.indexOf(b.verdict) || compareShares(a, b);
}

function compareShares(a: ZoneLoss, b: ZoneLoss): number {
  if (a.needed === 0 || b.needed === 0) return a.share - b.share;
  return a.running * b.needed - b.running * a.needed;
}

/**
 * Those of which no other is at most as dear and at least as resilient, one of them strictly; equals are on it together.
 * Exact: money is compared in cents, shares as fractions. In the order given.
 */
export function frontierOf<T extends VariantFigures>(variants: readonly T[]): readonly T[] {
  const cheapestFirst = variants.toSorted((a, b) => cents(a) - cents(b) || compareLosses(b.worstLoss, a.worstLoss));
  const frontier = new Set<T>();
  let best: T | null = null;
  for (const variant of cheapestFirst) {
    const gain = best === null ? 1 : compareLosses(variant.worstLoss, best.worstLoss);
    if (best !== null && (gain < 0 || (gain === 0 && cents(variant) > cents(best)))) continue;
    frontier.add(variant);
    best = variant;
  }
  return variants.filter((variant) => frontier.has(variant));
}

/** Sums of lines in cents are not always the same binary fraction. */
function cents({ totalMonthly }: VariantFigures): number {
  return Math.round(totalMonthly * 100);
}
