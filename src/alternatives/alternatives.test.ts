import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { catalogFor } from '../catalog/catalogFor';
import { firstCatalog } from '../catalog/firstCatalog';
import { applyEdit } from '../design/edit';
import type { Design } from '../design/schema';
import { designSchema } from '../design/schema';
import { entitiesOf } from '../design/tree';
import { evaluate } from '../evaluate';
import { templates } from '../templates/templates';
import { arbitraryDesign } from '../testing/arbitraryDesign';
import { alternativesOf } from './alternatives';
import { messagesIn } from './languages';

const en = messagesIn('en');

async function template(id: string): Promise<Design> {
  return designSchema.parse(await templates.find((each) => each.id === id)?.load());
}

function allOf(design: Design, service: string) {
  return [...alternativesOf(design, catalogFor(design.settings.region) ?? firstCatalog, service, en)].at(-1);
}

const local = 'externalTrafficPolicy=Local';
const cluster = 'externalTrafficPolicy=Cluster';
const today = 'today';

describe('what an alternative of a template comes to', () => {
  test.each<[string, string, string, { skew: number | null; dropped: number; crossings: number; usd: number; verdict: string; droppedAfterLoss: number }]>([
    ['local-policy', 'svc-web', today, { skew: 1.5, dropped: 0, crossings: 0.5, usd: 29.74, verdict: 'survives', droppedAfterLoss: 0 }],
    ['local-policy', 'svc-web', cluster, { skew: 1, dropped: 0, crossings: 1, usd: 59.48, verdict: 'survives', droppedAfterLoss: 0 }],
    ['local-policy', 'svc-web', 'targetType=lb-web/ip', { skew: 1, dropped: 0, crossings: 0.5, usd: 29.74, verdict: 'survives', droppedAfterLoss: 0 }],
    ['local-policy', 'svc-web', 'crossZone=lb-web/off', { skew: 1.5, dropped: 0, crossings: 0, usd: 0, verdict: 'survives', droppedAfterLoss: 0 }],
    ['local-policy-scaled', 'svc-web', today, { skew: 2, dropped: 0, crossings: 0.5, usd: 29.74, verdict: 'survives', droppedAfterLoss: 0 }],
    ['local-policy-scaled', 'svc-web', 'spread=web/nodes', { skew: 1, dropped: 0, crossings: 0.5, usd: 29.74, verdict: 'survives', droppedAfterLoss: 0 }],
    ['cluster-policy', 'svc-web', local, { skew: 1.5, dropped: 0, crossings: 0.5, usd: 29.74, verdict: 'survives', droppedAfterLoss: 0 }],
    ['topology-aware-hints', 'svc-api', 'trafficDistribution=none', { skew: 1, dropped: 0, crossings: 0.667, usd: 46.99, verdict: 'survives', droppedAfterLoss: 0 }],
    ['traffic-distribution', 'svc-api', today, { skew: 1.667, dropped: 0, crossings: 0, usd: 0, verdict: 'survives', droppedAfterLoss: 0 }],
    ['traffic-distribution', 'svc-api', 'internalTrafficPolicy=Local', { skew: 1, dropped: 0.167, crossings: 0, usd: 0, verdict: 'survives', droppedAfterLoss: 0 }],
    ['three-zones', 'svc-api', 'internalTrafficPolicy=Local', { skew: 1, dropped: 0.5, crossings: 0, usd: 0, verdict: 'degraded', droppedAfterLoss: 0.167 }],
  ])('%s %s %s', async (id, service, alternative, expected) => {
    const all = allOf(await template(id), service);
    const figures = alternative === today ? all?.today : all?.alternatives.find((each) => each.id === alternative)?.figures;
    if (figures === undefined) throw new Error(`no ${alternative} among ${all?.alternatives.map((each) => each.id).join(', ')}`);
    const { traffic, crossZoneMonthly, worstLoss } = figures;
    const round = (n: number) => Math.round(n * 1000) / 1000;
    expect({
      skew: traffic.skew === null ? null : round(traffic.skew),
      dropped: round(traffic.dropped),
      crossings: round(traffic.crossings),
      usd: crossZoneMonthly,
      verdict: worstLoss?.verdict,
      droppedAfterLoss: round(worstLoss?.dropped ?? -1),
    }).toEqual(expected);
  });
});

describe('only what plays a part in the Service’s traffic is proposed', () => {
  test.each<[string, string, readonly string[]]>([
    ['local-policy', 'svc-web', [cluster, 'spread=web/zones', 'spread=web/nodes', 'crossZone=lb-web/off', 'targetType=lb-web/ip']],
    ['cluster-policy', 'svc-web', [local, 'trafficDistribution=PreferSameZone', 'trafficDistribution=PreferSameNode', 'topology-mode=Auto', 'spread=web/zones', 'spread=web/nodes', 'crossZone=lb-web/off', 'targetType=lb-web/ip']],
    // Behind ip targets kube-proxy decides nothing.
    ['eks', 'svc-web', ['spread=web/nodes', 'crossZone=lb-web/on', 'targetType=lb-web/instance']],
    ['topology-aware-hints', 'svc-api', ['internalTrafficPolicy=Local', 'trafficDistribution=none', 'trafficDistribution=PreferSameZone', 'trafficDistribution=PreferSameNode', 'spread=api/nodes']],
    // 1.21 has none of it.
    ['topology-keys-strict', 'svc-api', ['trafficDistribution=none', 'spread=api/zones', 'spread=api/nodes']],
  ])('%s %s', async (id, service, ids) => {
    expect(allOf(await template(id), service)?.alternatives.map((each) => each.id)).toEqual(ids);
  });

  test.each([
    ['1.31', 'PreferClose', ['trafficDistribution=none', 'topology-mode=Auto']],
    ['1.33', 'PreferSameNode', ['trafficDistribution=none', 'trafficDistribution=PreferClose', 'topology-mode=Auto']],
    ['1.34', 'PreferClose', ['trafficDistribution=none', 'trafficDistribution=PreferSameNode', 'topology-mode=Auto']],
  ] as const)('Kubernetes %s with %s', async (kubernetesVersion, trafficDistribution, ids) => {
    const before = await template('traffic-distribution');
    const edited = applyEdit(before, { type: 'all', edits: [{ type: 'settings', fields: { kubernetesVersion } }, { type: 'set', id: 'svc-api', fields: { topology: { mode: 'trafficDistribution', trafficDistribution } } }] });
    if (!edited.ok) throw new Error(edited.error.message);
    expect(allOf(edited.value, 'svc-api')?.alternatives.map((each) => each.id).filter((each) => each.startsWith('t'))).toEqual(ids);
  });
});

test('each figure is marked by itself', async () => {
  const { alternatives = [] } = allOf(await template('local-policy'), 'svc-web') ?? {};
  expect(alternatives.map(({ id, changes }) => [id, changes.skew, changes.crossZoneMonthly, changes.verdict])).toEqual([
    [cluster, 'better', 'worse', undefined],
    ['spread=web/zones', undefined, undefined, undefined],
    ['spread=web/nodes', undefined, undefined, undefined],
    ['crossZone=lb-web/off', undefined, 'better', undefined],
    ['targetType=lb-web/ip', 'better', undefined, undefined],
  ]);
});

test('no Service, no alternatives', async () => {
  expect(allOf(await template('local-policy'), 'nosuch')).toBeUndefined();
  expect(allOf(await template('local-policy'), 'web')).toBeUndefined();
});

test('whatever the design: every edit can be made, and is what the edited design evaluates to', () => {
  fc.assert(
    fc.property(arbitraryDesign, (design) => {
      for (const { id: service } of entitiesOf(design, 'service')) {
        const all = [...alternativesOf(design, firstCatalog, service, en)];
        const last = all.at(-1);
        expect(last?.alternatives.length).toBe(last?.wanted);
        for (const { id, edit, figures } of last?.alternatives ?? []) {
          const edited = applyEdit(design, edit);
          if (!edited.ok) throw new Error(id);
          const { traffic, cost, placement } = evaluate(edited.value, firstCatalog);
          expect({ id, traffic: figures.traffic, total: figures.totalMonthly, crossZone: figures.allCrossZoneMonthly, pending: figures.pending }).toEqual({
            id,
            traffic: traffic.services.find((each) => each.service === service),
            total: cost.totalMonthly,
            crossZone: cost.crossZoneMonthly,
            pending: placement.pending.length,
          });
        }
      }
    }),
    { seed: 1, numRuns: 12 },
  );
});
