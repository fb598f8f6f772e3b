import fc from 'fast-check';
import { expect, test } from 'vitest';
import { firstCatalog } from '../catalog/firstCatalog';
import { place } from '../cluster/place';
import type { FailureRow } from '../evaluation';
import { arbitraryDesign } from '../testing/arbitraryDesign';
import { baselineOf } from './baseline';
import { fail } from './fail';
import { matrix } from './matrix';

/** Shares to nine decimals: sums of the same numbers in another order differ beyond. */
function rounded({ services, ...row }: FailureRow): FailureRow {
  const round = (share: number) => Number(share.toFixed(9));
  return { ...row, services: services.map(({ name, dropped, skew }) => ({ name, dropped: round(dropped), skew: skew === null ? null : round(skew) })) };
}

test('a row, whatever it shares with the cluster of before, is what the same failure gives alone', () => {
  fc.assert(
    fc.property(arbitraryDesign, (design) => {
      const baseline = baselineOf(place(design, firstCatalog));
      for (const row of matrix(baseline).rows) {
        const { cost, ...aftermath } = fail(baseline, row);
        expect(rounded({ ...aftermath, cost: { totalMonthly: cost.totalMonthly } })).toMatchObject(rounded(row));
        if (!row.keepsQuorum) expect(row.podsRunningAfter).toBe(baseline.placed.nodeOf.size - row.podsLost);
      }
    }),
    { seed: 1, numRuns: 80 },
  );
});
