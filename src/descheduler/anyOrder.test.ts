import { describe, expect, test } from 'vitest';
import { asking, clusterOf, nodeOf, podOf } from '../testing/clusterBuilders';
import { descheduleInAnyOrder } from './anyOrder';
import { readDeschedulerCluster } from './cluster';
import { deschedulerPolicy } from './deschedulerPolicy';
import { strategies } from './strategies';

const owned = { ownerReferences: [{ apiVersion: 'apps/v1', kind: 'ReplicaSet', name: 'web', uid: 'web', controller: true }] };
const web = (node: string, name: string, spec = {}) => podOf(name, { nodeName: node, ...spec }, { labels: { app: 'web' }, metadata: owned });
const apart = { affinity: { podAntiAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [{ topologyKey: 'zone', labelSelector: { matchLabels: { app: 'web' } } }] } } };

describe('the evictions of a real cluster, whose order is random', () => {
  const crowded = readDeschedulerCluster(clusterOf([nodeOf('a', { zone: 'x' }), nodeOf('b', { zone: 'y' })], ['p', 'q', 'r', 's'].map((name) => web('a', name))));

  test('two of these four', () => {
    const possible = descheduleInAnyOrder(crowded, deschedulerPolicy(['RemoveDuplicates']), { runs: 40, seed: 1 });
    const outcome = { stable: false, counts: [2], always: [], candidates: ['default/p', 'default/q', 'default/r', 'default/s'] };
    expect(possible).toEqual({ ...outcome, strategies: [{ strategy: 'RemoveDuplicates', ...outcome }] });
  });

  test('always the same, whatever the order', () => {
    const cluster = readDeschedulerCluster(clusterOf([nodeOf('a', { zone: 'x' }), nodeOf('b', { zone: 'x' })], [web('a', 'p', { priority: 1, ...apart }), web('b', 'q')]));
    const outcome = { stable: true, counts: [1], always: ['default/p'], candidates: ['default/p'] };
    expect(descheduleInAnyOrder(cluster, deschedulerPolicy(['RemovePodsViolatingInterPodAntiAffinity']), { runs: 40, seed: 1 })).toMatchObject(outcome);
  });

  test('how many, too, may be chance', () => {
    const sizes = [...Array.from({ length: 4 }, (_, i) => web('a', `small${i}`, asking('500m'))), web('a', 'large', asking('1500m'))];
    const cluster = readDeschedulerCluster(clusterOf([nodeOf('a'), nodeOf('b')], sizes));
    const { counts, stable } = descheduleInAnyOrder(cluster, deschedulerPolicy(['LowNodeUtilization']), { runs: 60, seed: 1 });
    expect({ counts, stable }).toEqual({ counts: [1, 2, 3], stable: false });
  });

  test('each strategy by itself; what nothing is left for is not listed', () => {
    const possible = descheduleInAnyOrder(crowded, deschedulerPolicy(strategies.map(({ name }) => name)), { runs: 10, seed: 1 });
    expect(possible.strategies.map(({ strategy }) => strategy)).toEqual(['RemoveDuplicates']);
  });

  test('the same seed, the same sample', () => {
    const sample = (seed: number) => descheduleInAnyOrder(crowded, deschedulerPolicy(['RemoveDuplicates']), { runs: 2, seed }).candidates;
    expect(sample(1)).toEqual(sample(1));
    expect(new Set([1, 2, 3, 4, 5].map((seed) => sample(seed).join())).size).toBeGreaterThan(1);
  });
});
