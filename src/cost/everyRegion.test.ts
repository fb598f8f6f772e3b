import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { settledPlacement } from '../addons/settledPlacement';
import { catalogFor } from '../catalog/catalogFor';
import { firstCatalog } from '../catalog/firstCatalog';
import { regions } from '../catalog/regions';
import { parseDesign } from '../design/parse';
import type { Cost } from '../evaluation';
import { baselineOf } from '../failure/baseline';
import { templates } from '../templates/templates';
import { arbitraryDesign } from '../testing/arbitraryDesign';
import { cost } from './cost';

const cents = (usd: number) => Math.round(usd * 100);

/** Whether the totals are the sums of their lines to the cent. */
function addsUp({ lines, crossZoneMonthly, infrastructureMonthly, totalMonthly }: Cost): boolean {
  const sum = (of: (id: string) => boolean) => lines.filter(({ id }) => of(id)).reduce((total, line) => total + cents(line.monthly), 0);
  return cents(crossZoneMonthly) === sum((id) => id.startsWith('cross-zone/')) && cents(infrastructureMonthly) === sum((id) => !id.startsWith('cross-zone/')) && cents(totalMonthly) === sum(() => true);
}

describe('every template in every region', () => {
  it.each(templates.map(({ id, load }) => [id, load] as const))('%s: each line is priced, or said to have no price', async (_, load) => {
    const parsed = parseDesign(await load());
    if (!parsed.ok) throw new Error('a template that cannot be read');
    const placed = settledPlacement(parsed.value, firstCatalog);
    const { routed, cost: here } = baselineOf(placed);
    expect(here.lines.length).toBeGreaterThan(0);
    for (const { id: region } of regions) {
      const design = { ...placed.design, settings: { ...placed.design.settings, region } };
      const there = cost({ design, catalog: catalogFor(region)!, nodes: placed.cluster.nodes, volumes: placed.objects.persistentVolumes, hops: routed.hops });
      expect(addsUp(there)).toBe(true);
      const known = new Map(there.lines.map((line) => [line.id, line.quantity]));
      // The first region's sheet has every price.
      const unaccounted = here.lines.filter((line) => known.get(line.id) !== line.quantity && !there.notPriced.some((text) => text.startsWith(line.title) && text.includes(region)));
      expect([region, unaccounted.map(({ id }) => id)]).toEqual([region, []]);
    }
  });
});

it('the lines of any design add up to its totals to the cent', () => {
  fc.assert(
    fc.property(arbitraryDesign, (design) => {
      const result = baselineOf(settledPlacement(design, catalogFor(design.settings.region) ?? firstCatalog)).cost;
      expect(addsUp(result)).toBe(true);
      expect(new Set(result.lines.map(({ id }) => id)).size).toBe(result.lines.length);
    }),
    { seed: 1, numRuns: 60 },
  );
});
