import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { catalogFor } from '../catalog/catalogFor';
import { firstCatalog } from '../catalog/firstCatalog';
import { applyEdit } from '../design/edit';
import { designSchema, type Design } from '../design/schema';
import { serializeDesign } from '../design/serialize';
import { entitiesOf } from '../design/tree';
import { evaluate } from '../evaluate';
import type { Evaluation } from '../evaluation';
import { templates } from '../templates/templates';
import { arbitraryDesign } from '../testing/arbitraryDesign';
import { design, group, workload } from '../testing/designs';
import type { Variant } from './variant';
import { variantsOf } from './variants';

async function template(id: string): Promise<Design> {
  return designSchema.parse(await templates.find((each) => each.id === id)?.load());
}

function allOf(drawn: Design, most?: number): readonly Variant[] {
  return [...variantsOf(drawn, catalogFor(drawn.settings.region) ?? firstCatalog, most)].at(-1)?.variants ?? [];
}

function edited(drawn: Design, { id, edit }: Variant): Design {
  if (edit === null) return drawn;
  const result = applyEdit(drawn, edit);
  if (!result.ok) throw new Error(`${id}: ${result.error.message}`);
  return result.value;
}

/** The worst zone's loss as the evaluation has it, found another way. */
function worstIn({ failures, quorum }: Evaluation) {
  const losses = failures
    .filter(({ zones }) => zones.length === 1)
    .map(({ zones: [zone = ''], workloads, services }) => {
      const left = quorum.losses.find((loss) => loss.nodes.length === 0 && loss.zones.length === 1 && loss.zones[0] === zone);
      const dropped = Math.max(0, ...services.map((service) => service.dropped));
      const needed = workloads.reduce((sum, each) => sum + each.needed, 0);
      const missing = workloads.reduce((sum, each) => sum + Math.max(0, each.needed - each.after), 0);
      const rank = left === undefined || !left.keepsQuorum || left.apiServersLeft === 0 ? 0 : workloads.some(({ verdict }) => verdict === 'down') || dropped === 1 ? 1 : missing > 0 || dropped > 0 ? 2 : 3;
      return { zone, rank, share: needed === 0 ? 1 : 1 - missing / needed };
    });
  return losses.toSorted((a, b) => a.rank - b.rank || a.share - b.share)[0];
}

const RANKS = ['control-plane-lost', 'down', 'degraded', 'survives'];

function expectEvaluated(drawn: Design, variant: Variant, catalog = firstCatalog) {
  const evaluation = evaluate(edited(drawn, variant), catalog);
  const worst = worstIn(evaluation);
  const { totalMonthly, crossZoneMonthly, pending, worstLoss } = variant;
  expect({ id: variant.id, totalMonthly, crossZoneMonthly, pending, verdict: worstLoss.verdict }).toEqual({
    id: variant.id,
    totalMonthly: evaluation.cost.totalMonthly,
    crossZoneMonthly: evaluation.cost.crossZoneMonthly,
    pending: evaluation.placement.pending.length,
    verdict: RANKS[worst?.rank ?? -1],
  });
  expect(worstLoss.share).toBeCloseTo(worst?.share ?? -1, 12);
}

describe('every variant of a template, and what it evaluates to', () => {
  // USD a month, of it across zones, the worst zone's loss; * on the frontier.
  test.each<[string, readonly (readonly [string, number, number, string])[]]>([
    [
      'three-zones',
      [
        ['drawn', 1269.82, 32.9, 'survives 8/8'],
        ['* hints=on', 1236.92, 0, 'survives 8/8'],
        ['spread=none', 1269.82, 32.9, 'survives 8/8'],
        ['* spread=none hints=on', 1236.92, 0, 'survives 8/8'],
        ['zones=2', 1212.4, 25.85, 'control-plane-lost 6/8'],
        ['* zones=2 hints=on', 1186.55, 0, 'control-plane-lost 6/8'],
        ['zones=2 spread=none', 1212.4, 25.85, 'control-plane-lost 6/8'],
        ['* zones=2 spread=none hints=on', 1186.55, 0, 'control-plane-lost 6/8'],
      ],
    ],
    [
      'two-zones',
      [
        ['* drawn', 733.81, 0, 'control-plane-lost 2/4'],
        ['* spread=none', 733.81, 0, 'control-plane-lost 2/4'],
        ['* zones=3', 780.53, 0, 'survives 4/4'],
        ['* zones=3 spread=none', 780.53, 0, 'survives 4/4'],
      ],
    ],
    [
      'zonal-groups',
      [
        ['drawn', 814.71, 11.75, 'survives 8/8'],
        ['hints=on', 802.96, 0, 'survives 8/8'],
        ['spread=none', 724.01, 11.75, 'survives 8/8'],
        ['* spread=none hints=on', 712.26, 0, 'survives 8/8'],
        ['zones=2', 674.35, 8.81, 'degraded 7/8'],
        ['* zones=2 hints=on', 665.54, 0, 'degraded 7/8'],
        ['zones=2 spread=none', 674.35, 8.81, 'degraded 7/8'],
        ['* zones=2 spread=none hints=on', 665.54, 0, 'degraded 7/8'],
      ],
    ],
    [
      'local-policy',
      [
        ['* drawn', 752.21, 29.74, 'survives 3/3'],
        ['externalTrafficPolicy=Cluster', 781.95, 59.48, 'survives 3/3'],
        ['* spread=zones', 752.21, 29.74, 'survives 3/3'],
        ['spread=zones externalTrafficPolicy=Cluster', 781.95, 59.48, 'survives 3/3'],
        ['* spread=none', 752.21, 29.74, 'survives 3/3'],
        ['spread=none externalTrafficPolicy=Cluster', 781.95, 59.48, 'survives 3/3'],
        ['zones=3', 903.19, 39.65, 'survives 3/3'],
        ['zones=3 externalTrafficPolicy=Cluster', 942.84, 79.3, 'survives 3/3'],
        ['zones=3 spread=zones', 903.19, 39.65, 'survives 3/3'],
        ['zones=3 spread=zones externalTrafficPolicy=Cluster', 942.84, 79.3, 'survives 3/3'],
        ['zones=3 spread=none', 903.19, 39.65, 'survives 3/3'],
        ['zones=3 spread=none externalTrafficPolicy=Cluster', 942.84, 79.3, 'survives 3/3'],
      ],
    ],
  ])('%s', async (id, expected) => {
    const drawn = await template(id);
    const before = serializeDesign(drawn);
    const variants = allOf(drawn);
    expect(variants.map(({ id: name, isOnFrontier, totalMonthly, crossZoneMonthly, worstLoss: { verdict, running, needed } }) => [`${isOnFrontier ? '* ' : ''}${name}`, totalMonthly, crossZoneMonthly, `${verdict} ${running}/${needed}`])).toEqual(expected);
    for (const variant of variants) expectEvaluated(drawn, variant);
    expect(serializeDesign(drawn)).toBe(before);
  });
});

/** m6i.large (2 vCPU) takes one of them. */
const large = { containers: [{ name: 'app', requests: { cpu: '1200m' } }] };

test('headroom is searched for in the zones and with the spread that the variant has', () => {
  const drawn = design({ settings: { controlPlane: 'eks' }, entities: [...'abc'.split('').map((letter) => group(`asg-${letter}`, letter, 1)), workload('web', 3, large)] });
  const counts = allOf(drawn).map((variant) => [variant.id, variant.worstLoss.verdict, entitiesOf(edited(drawn, variant), 'autoScalingGroup').map(({ id, desired }) => `${id} ${desired}`).join(', ')]);
  expect(counts).toEqual([
    ['drawn', 'degraded', 'asg-a 1, asg-b 1, asg-c 1'],
    ['headroom=n-1', 'survives', 'asg-a 1, asg-b 2, asg-c 2'],
    ['spread=zones', 'degraded', 'asg-a 1, asg-b 1, asg-c 1'],
    ['spread=zones headroom=n-1', 'survives', 'asg-a 1, asg-b 2, asg-c 2'],
    ['zones=2', 'degraded', 'asg-a 2, asg-b 1'],
    ['zones=2 headroom=n-1', 'survives', 'asg-a 3, asg-b 3'],
    ['zones=2 spread=zones', 'degraded', 'asg-a 2, asg-b 1'],
    ['zones=2 spread=zones headroom=n-1', 'survives', 'asg-a 3, asg-b 3'],
  ]);
});

test('beyond the most that are tried, those that differ in the most are left out, and it is said how many', async () => {
  const last = [...variantsOf(await template('three-zones'), firstCatalog, 5)].at(-1);
  expect({ done: last?.done, wanted: last?.wanted, leftOut: last?.leftOut, ids: last?.variants.map(({ id }) => id) }).toEqual({ done: 5, wanted: 5, leftOut: 11, ids: ['drawn', 'hints=on', 'spread=none', 'zones=2'] });
});

test('without zones there is nothing to lose', () => {
  expect(allOf(design({ zones: '', entities: [workload('web')] }))).toEqual([]);
});

test('whatever the design: every edit can be made, and is what the edited design evaluates to', () => {
  fc.assert(
    fc.property(arbitraryDesign, (drawn) => {
      for (const variant of allOf(drawn, 6)) expectEvaluated(drawn, variant);
    }),
    { seed: 1, numRuns: 12 },
  );
});
