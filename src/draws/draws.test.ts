import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { catalogFor } from '../catalog/catalogFor';
import { firstCatalog } from '../catalog/firstCatalog';
import type { Design } from '../design/schema';
import { designSchema } from '../design/schema';
import { evaluate } from '../evaluate';
import { templates } from '../templates/templates';
import { arbitraryDesign } from '../testing/arbitraryDesign';
import { design, group, overZones, service, storageClass, workload } from '../testing/designs';
import { drawsOf } from './drawOutcome';
import { drawOutcomes, summarizeDraws } from './draws';

const eks = { controlPlane: 'eks' } as const;
const overNodes = [{ topologyKey: 'kubernetes.io/hostname', whenUnsatisfiable: 'DoNotSchedule' as const }];
/** Replicas whose volumes keep them in the zone where they started; half of them are enough. */
const database = (replicas: number, topologySpreadConstraints: typeof overNodes) =>
  workload('db', replicas, { type: 'StatefulSet', neededShare: 0.5, volumes: [{ name: 'data', storageClass: 'gp3' }], topologySpreadConstraints });
const gp3 = { ...storageClass('gp3', { volumeBindingMode: 'WaitForFirstConsumer' }), id: 'gp3' };

/** Two replicas apart on two nodes in each of two zones: of the three nodes left for the second, one is in the zone of the first. */
const trap = design({ zones: 'ab', settings: eks, entities: [group('asg', 'ab', 4), gp3, database(2, overNodes)] });

function summaryOf(drawn: Design, draws: number) {
  return summarizeDraws(drawsOf(drawn, firstCatalog)(null), [...drawOutcomes(drawn, firstCatalog, draws)]);
}

describe('what survives by luck', () => {
  test.each([
    ['kept apart by node only: two in three', trap, 'byLuck', 2 / 3],
    ['kept apart by zone', design({ zones: 'ab', settings: eks, entities: [group('asg', 'ab', 4), gp3, database(2, overZones)] }), 'always', 1],
    ['one replica, and its volume', design({ zones: 'ab', settings: eks, entities: [group('asg', 'ab', 4), gp3, database(1, overNodes)] }), 'never', 0],
    ['no quorum without zone a', design({ zones: 'ab', controlPlane: 'aab', entities: [group('asg', 'ab', 4), workload('web', 2)] }), 'never', 0],
    ['nothing drawn at all', design({ zones: '' }), 'always', 1],
  ] as const)('%s', (_, drawn, survives, share) => {
    const summary = summaryOf(drawn, 1000);
    expect(summary.survives).toBe(survives);
    expect(Math.abs(summary.surviving.draws / summary.draws - share)).toBeLessThan(0.03);
    expect(summary.surviving.low).toBeLessThanOrEqual(share);
    expect(summary.surviving.high).toBeGreaterThanOrEqual(share);
  });

  test('the weak spots say what and where, in how many draws', () => {
    const { weakSpots, surviving } = summaryOf(trap, 300);
    expect(new Set(weakSpots.map(({ kind, name, zone }) => `${kind} ${name} ${zone}`))).toEqual(new Set(['workload default/db ap-northeast-2a', 'workload default/db ap-northeast-2b']));
    // Both replicas are in one zone at a time.
    expect(weakSpots.reduce((sum, { draws }) => sum + draws, 0)).toBe(300 - surviving.draws);
    expect(weakSpots.every(({ draws, down }) => down === draws)).toBe(true);
  });

  test('zone skew goes with it', () => {
    const { zoneSkews, surviving } = summaryOf(trap, 300);
    expect(zoneSkews.map(({ workload: name, skew }) => [name, skew.values.map(({ value, draws }) => [value, draws])])).toEqual([
      ['default/db', [[0, surviving.draws], [2, 300 - surviving.draws]]],
    ]);
  });
});

describe('certain', () => {
  test.each([
    ['one node: nothing to draw', design({ zones: 'a', entities: [group('asg', 'a'), workload('web', 3)] }), true],
    ['as many pods as nodes, each with a choice', design({ entities: [group('asg', 'abc'), workload('web', 3)] }), false],
    ['each pod bound to a node of its own, and none launched elsewhere', design({ zones: 'ab', settings: eks, entities: [group('a', 'a'), group('b', 'b'), workload('x', 1, { nodeSelector: { 'topology.kubernetes.io/zone': 'ap-northeast-2a' } })] }), true],
  ])('%s', (_, drawn, certain) => {
    const summary = summaryOf(drawn, 20);
    expect({ certain: summary.certain, draws: summary.draws }).toEqual({ certain, draws: certain ? 1 : 20 });
    if (!certain) return;
    const [first, ...others] = [1, 2, 3, 4, 5].map((seed) => ({ ...drawsOf(drawn, firstCatalog)(seed), seed: null }));
    for (const other of [...others, summary.byName]) expect(other).toEqual(first);
  });
});

test('whatever is drawn: where the first seed met no tie, all seeds agree, and no seed at all', () => {
  let certain = 0;
  fc.assert(
    fc.property(arbitraryDesign, fc.nat(), (drawn, seed) => {
      const draw = drawsOf(drawn, firstCatalog);
      const { drawn: ties, ...first } = draw(1);
      if (ties.placing + ties.afterLoss > 0) return;
      certain++;
      for (const other of [null, seed]) expect({ ...draw(other), seed: 1 }).toEqual({ ...first, drawn: ties });
    }),
    { seed: 1, numRuns: 150 },
  );
  expect(certain).toBeGreaterThan(20);
});

describe('a draw is what the design evaluates to with its seed', () => {
  const busy = design({
    settings: eks,
    entities: [group('asg', 'abc', 5), workload('web', 7), workload('api', 4), service('web', { type: 'NodePort', externalTrafficPolicy: 'Local' }), { id: 'users', kind: 'client' }],
    links: [{ id: 'l', from: 'users', to: 'svc-web' }],
  });
  test.each([null, 1, 2, 3, 99])('seed %s', (seed) => {
    const outcome = drawsOf(busy, firstCatalog)(seed);
    const { placement, traffic, failures } = evaluate(busy, firstCatalog, { seed });
    const zones = failures.filter((row) => row.zones.length > 0);
    expect(outcome.pending).toBe(placement.pending.length);
    expect(outcome.skew).toBeCloseTo(Math.max(...traffic.services.map(({ skew }) => skew ?? 0)), 2);
    expect(outcome.weakSpots.filter(({ kind }) => kind === 'workload').map(({ zone, name, verdict }) => [zone, name, verdict])).toEqual(
      zones.flatMap((row) => row.workloads.filter(({ verdict }) => verdict !== 'survives').map(({ name, verdict }) => [row.zones[0], name, verdict])),
    );
    const skewOf = (name: string) => {
      const counts = ['a', 'b', 'c'].map((letter) => placement.pods.filter((pod) => pod.workload === `workload-${name}` && pod.zone === `ap-northeast-2${letter}`).length);
      return { workload: `default/${name}`, skew: Math.max(...counts) - Math.min(...counts) };
    };
    expect(outcome.zoneSkews).toEqual([skewOf('api'), skewOf('web')]);
  });
});

test.each(templates.map((template) => [template.id, template] as const))('template %s does not live by luck', async (_, template) => {
  const drawn = designSchema.parse(await template.load()) as Design;
  const catalog = catalogFor(drawn.settings.region) ?? firstCatalog;
  expect(summarizeDraws(drawsOf(drawn, catalog)(null), [...drawOutcomes(drawn, catalog, 25)]).survives).not.toBe('byLuck');
});
