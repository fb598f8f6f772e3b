import { expect, test } from 'vitest';
import { firstCatalog } from '../catalog/firstCatalog';
import { evaluate } from '../evaluate';
import { design, group, loadBalancer, overZones, service, workload } from '../testing/designs';
import { evennessOf } from './evenness';

// Gini of known lists: (1, 1, 2) has 1/6; one of n that gets all has (n - 1) / n.
test.each<[string, readonly number[], number, number, { pods: number; idle: number; evenShare: number; gini: number }]>([
  ['even', [0.5, 0.5], 0, 1, { pods: 2, idle: 0, evenShare: 0.5, gini: 0 }],
  ['25 / 25 / 50 %', [0.25, 0.25, 0.5], 0, 1.5, { pods: 3, idle: 0, evenShare: 1 / 3, gini: 1 / 6 }],
  ['one of four gets all', [1], 0, 4, { pods: 4, idle: 3, evenShare: 0.25, gini: 3 / 4 }],
  ['a half is dropped', [0.125, 0.125, 0.25], 0.5, 1.5, { pods: 3, idle: 0, evenShare: 1 / 6, gini: 1 / 6 }],
])('%s', (_, shares, dropped, skew, expected) => {
  const found = evennessOf({ podShares: Object.fromEntries(shares.map((share, i) => [`default/web-${i}`, share])), dropped, skew });
  if (found === null) throw new Error('nothing found');
  const { curve, ...figures } = found;
  expect(Object.values(figures).map((n) => n.toFixed(9))).toEqual(Object.values(expected).map((n) => n.toFixed(9)));
  expect([curve.length, curve[0], curve.at(-1)?.pods]).toEqual([expected.pods + 1, { pods: 0, requests: 0 }, 1]);
  expect(curve.at(-1)?.requests).toBeCloseTo(1, 9);
});

test('nothing arrives: nothing to say', () => {
  expect(evennessOf({ podShares: {}, dropped: 1, skew: null })).toBeNull();
});

test('pods that a load balancer without cross-zone never reaches are counted', () => {
  const drawn = design({
    zones: 'ab',
    settings: { controlPlane: 'eks' },
    entities: [
      group('asg', 'ab', 2),
      workload('web', 4, { topologySpreadConstraints: overZones }),
      service('web', { type: 'LoadBalancer' }),
      loadBalancer('lb', 'a', { targetType: 'ip', service: 'svc-web' }),
      { id: 'users', kind: 'client' },
    ],
    links: [{ id: 'l', from: 'users', to: 'lb' }],
  });
  const [traffic] = evaluate(drawn, firstCatalog).traffic.services;
  if (traffic === undefined) throw new Error('no Service');
  expect(evennessOf(traffic)).toMatchObject({ pods: 4, idle: 2, evenShare: 0.25, gini: 0.5 });
});
