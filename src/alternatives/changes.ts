import type { Alternative, FigureName, Figures } from './alternative';
import { VERDICTS } from './figures';

/** Each figure as a number that is the better the smaller; null where there is none to compare. */
const figureValues: Readonly<Record<FigureName, (figures: Figures) => number | null>> = {
  skew: ({ traffic }) => traffic.skew,
  dropped: ({ traffic }) => traffic.dropped,
  crossZoneShare: ({ traffic }) => traffic.crossZoneShare,
  crossZoneGb: ({ crossZoneGb }) => crossZoneGb,
  crossZoneMonthly: ({ crossZoneMonthly }) => crossZoneMonthly,
  allCrossZoneMonthly: ({ allCrossZoneMonthly }) => allCrossZoneMonthly,
  totalMonthly: ({ totalMonthly }) => totalMonthly,
  pending: ({ pending }) => pending,
  verdict: ({ worstLoss }) => (worstLoss === null ? null : VERDICTS.indexOf(worstLoss.verdict)),
  droppedAfterLoss: ({ worstLoss }) => worstLoss?.dropped ?? null,
};

/** What sums of shares in another order differ by. */
const ROUNDING = 1e-9;

/** Which figures get better and which worse: each by itself, none weighed against another. */
export function changesFrom(today: Figures, other: Figures): Alternative['changes'] {
  const changes: Partial<Record<FigureName, 'better' | 'worse'>> = {};
  for (const [name, valueOf] of Object.entries(figureValues) as [FigureName, (figures: Figures) => number | null][]) {
    const [before, after] = [valueOf(today), valueOf(other)];
    if (before === null || after === null || Math.abs(after - before) <= ROUNDING * Math.max(1, Math.abs(before))) continue;
    changes[name] = after < before ? 'better' : 'worse';
  }
  return changes;
}
