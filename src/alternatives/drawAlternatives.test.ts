import { describe, expect, test } from 'vitest';
import { firstCatalog } from '../catalog/firstCatalog';
import { applyEdit } from '../design/edit';
import { evaluate } from '../evaluate';
import { design, group, service, workload } from '../testing/designs';
import { drawAlternatives, summarizeAlternatives } from './drawAlternatives';

/** Four pods on a node in each of three zones, all called from one zone: whether it has two of them is left to chance. */
const busy = design({
  settings: { controlPlane: 'eks' },
  entities: [group('asg', 'abc', 3), workload('web', 4), service('web', { topology: { mode: 'trafficDistribution' } }), { id: 'users', kind: 'client', from: 'vpc', weights: { 'zone-a': 1 } }],
  links: [{ id: 'l', from: 'users', to: 'svc-web' }],
});
const alone = design({
  settings: { controlPlane: 'eks' },
  entities: [group('asg', 'a', 1), workload('web', 2), service('web', { type: 'NodePort' }), { id: 'users', kind: 'client' }],
  links: [{ id: 'l', from: 'users', to: 'svc-web' }],
});

describe('draws', () => {
  test('one node: the first draw says all', () => {
    const { draws, certain, today } = summarizeAlternatives([...drawAlternatives(alone, firstCatalog, 'svc-web', 20)]);
    expect({ draws, certain, skew: today.skew?.values.length }).toEqual({ draws: 1, certain: true, skew: 1 });
  });

  test('each draw is what the design, or the edited one, evaluates to with its seed', () => {
    const anywhere = applyEdit(busy, { type: 'set', id: 'svc-web', fields: { topology: { mode: 'none' } } });
    if (!anywhere.ok) throw new Error(anywhere.error.message);
    const draws = [...drawAlternatives(busy, firstCatalog, 'svc-web', 3)];
    expect(draws.map(({ seed }) => seed)).toEqual([1, 2, 3]);
    for (const { seed, today, alternatives } of draws) {
      expect(today.traffic).toEqual(evaluate(busy, firstCatalog, { seed }).traffic.services[0]);
      expect(alternatives.get('trafficDistribution=none')?.traffic).toEqual(evaluate(anywhere.value, firstCatalog, { seed }).traffic.services[0]);
    }
  });

  test('what chance decides with one value of a field it may not decide with another', () => {
    const { today, alternatives, certain } = summarizeAlternatives([...drawAlternatives(busy, firstCatalog, 'svc-web', 20)]);
    expect(certain).toBe(false);
    expect(today.skew?.values.map(({ value }) => value)).toEqual([2, 4]);
    expect(today.skew?.values.reduce((sum, { draws }) => sum + draws, 0)).toBe(20);
    expect(alternatives['trafficDistribution=none']?.skew?.values.map(({ value, draws }) => [value, draws])).toEqual([[1, 20]]);
  });
});
