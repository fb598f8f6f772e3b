import { describe, expect, test } from 'vitest';
import { firstCatalog } from './catalog/firstCatalog';
import { designSchema, type Design } from './design/schema';
import { evaluate, simulateFailure } from './evaluate';
import { templates } from './templates/templates';
import { design, group, overZones, service, storageClass, workload } from './testing/designs';

const busy = design({
  controlPlane: 'abc',
  entities: [
    group('asg', 'abc', 6),
    storageClass('gp3'),
    workload('web', 6, { topologySpreadConstraints: overZones }),
    workload('db', 3, { type: 'StatefulSet', volumes: [{ name: 'data', storageClass: 'sc-gp3' }] }),
    workload('agent', 1, { type: 'DaemonSet' }),
    service('web'),
    service('db'),
  ],
  links: [{ id: 'web-db', from: 'workload-web', to: 'svc-db' }],
});

/** Every object in it frozen, so that a change throws. */
function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null) {
    Object.freeze(value);
    Object.values(value).forEach(frozen);
  }
  return value;
}

describe('evaluate', () => {
  test('an empty design, and half a drawing, evaluate', () => {
    expect(evaluate(design({ zones: '' }), firstCatalog)).toMatchObject({ quorum: { members: 0 }, placement: { running: 0 }, failures: [], findings: [] });
    const half = design({ zones: 'a', entities: [workload('web', 2), service('web', { selector: {} }), { id: 'users', kind: 'client' }] });
    expect(evaluate(half, firstCatalog)).toMatchObject({ placement: { running: 0, pending: [{ pod: 'default/web-0' }, { pod: 'default/web-1' }] } });
  });

  test('the same input gives the same bytes, and stays as it is', () => {
    const copy = frozen(structuredClone(busy));
    const first = JSON.stringify(evaluate(busy, firstCatalog));
    expect(JSON.stringify(evaluate(copy, firstCatalog))).toBe(first);
    expect(JSON.stringify(evaluate(busy, firstCatalog))).toBe(first);
  });

  test('the order of entities and links in the file does not matter', () => {
    const turned = { ...busy, entities: busy.entities.toReversed(), links: busy.links.toReversed() };
    expect(JSON.stringify(evaluate(turned, firstCatalog))).toBe(JSON.stringify(evaluate(busy, firstCatalog)));
  });

  test('without an autoscaler nothing is added; the fields are complete', () => {
    const evaluation = evaluate(busy, firstCatalog);
    expect(evaluation.descheduler).toBeNull();
    expect(evaluation.scaling).toEqual({
      groups: [{ id: 'asg', desired: 6, byZone: { 'ap-northeast-2a': 2, 'ap-northeast-2b': 2, 'ap-northeast-2c': 2 } }],
      added: {},
      wrongZoneAttempts: 0,
      autoscaler: null,
    });
    expect(Object.entries(evaluation).filter(([name, value]) => value === null && name !== 'descheduler')).toEqual([]);
    expect(evaluation.failures).toHaveLength(3 + 6);
  });

  test('totals are the sums of their lines', () => {
    const { cost } = evaluate(busy, firstCatalog);
    const cents = cost.lines.reduce((sum, line) => sum + Math.round(line.monthly * 100), 0);
    expect(Math.round(cost.totalMonthly * 100)).toBe(cents);
  });

  test('a seed draws, and the same seed draws the same', () => {
    const placements = (seed: number) => evaluate(busy, firstCatalog, { seed }).placement.pods.map((pod) => pod.node).join();
    expect(placements(7)).toBe(placements(7));
    expect(new Set([1, 2, 3, 4, 5, 6].map(placements)).size).toBeGreaterThan(1);
  });

  test('the language changes words only', () => {
    const numbers = (language: 'en' | 'ko') => {
      const { cost, findings, ...rest } = evaluate(busy, firstCatalog, { language });
      return { ...rest, total: cost.totalMonthly, codes: findings.map(({ code, entities, fixes }) => [code, entities, fixes.map(({ edit }) => edit)]) };
    };
    expect(numbers('ko')).toEqual(numbers('en'));
  });
});

test('simulateFailure agrees with the row of the matrix', () => {
  for (const row of evaluate(busy, firstCatalog).failures) {
    expect(simulateFailure(busy, firstCatalog, row)).toMatchObject({ podsLost: row.podsLost, workloads: row.workloads, services: row.services });
  }
});

test.each(templates.map((template) => [template.id, template] as const))('template %s: shares add up, no node holds more than it can', async (_, template) => {
  const drawn = designSchema.parse(await template.load()) as Design;
  const evaluation = evaluate(drawn, firstCatalog);
  for (const { podShares, dropped } of evaluation.traffic.services) {
    const sum = Object.values(podShares).reduce((total, share) => total + share, dropped);
    if (sum !== 0) expect(sum).toBeCloseTo(1, 9);
  }
  for (const { capacity } of evaluation.failures) expect(Math.min(capacity.cpuLeft, capacity.memoryLeft)).toBeGreaterThanOrEqual(0);
});
