import { expect, test } from 'vitest';
import { firstCatalog } from '../catalog/firstCatalog';
import { expand } from '../cluster/expand';
import type { WorkloadVerdict } from '../evaluation';
import { design, group, workload } from '../testing/designs';
import { neededPods, verdictOf } from './workloads';

type Fields = NonNullable<Parameters<typeof workload>[2]>;

test.each<[number, Fields, number]>([
  [5, {}, 5],
  [0, {}, 0],
  [5, { neededShare: 0.6 }, 3],
  [5, { neededShare: 0.61 }, 4],
  [100, { neededShare: 0.07 }, 7],
  [5, { neededShare: 0 }, 0],
  [3, { podDisruptionBudget: { minAvailable: 2 } }, 2],
  [3, { podDisruptionBudget: { minAvailable: 5 } }, 5],
  [3, { podDisruptionBudget: { minAvailable: '50%' } }, 2],
  // Upstream rounds the unavailable up.
  [3, { podDisruptionBudget: { maxUnavailable: '50%' } }, 1],
  [3, { podDisruptionBudget: { maxUnavailable: 4 } }, 0],
  // The budget wins over the share.
  [4, { podDisruptionBudget: { minAvailable: 1 }, neededShare: 1 }, 1],
  // One on each node that welcomes it: three of the four workers, whatever `replicas` says.
  [9, { type: 'DaemonSet', nodeSelector: { disk: 'ssd' } }, 3],
  [9, { type: 'DaemonSet', nodeSelector: { disk: 'ssd' }, neededShare: 0.5 }, 2],
])('%i replicas %j need %i', (replicas, fields, needed) => {
  const drawn = design({ entities: [group('ssd', 'abc', 3, { labels: { disk: 'ssd' } }), group('plain', 'a', 1), workload('web', replicas, fields)] });
  const { manifests, nodes } = expand(drawn, firstCatalog);
  expect(manifests.map((manifest) => neededPods(manifest, nodes))).toEqual([needed]);
});

test.each<[number, number, number, WorkloadVerdict]>([
  // before, after, needed
  [3, 3, 3, 'survives'],
  [3, 2, 3, 'degraded'],
  [3, 0, 3, 'down'],
  [3, 0, 0, 'survives'],
  [0, 0, 3, 'degraded'],
  [0, 0, 0, 'survives'],
  [2, 1, 1, 'survives'],
])('%i before, %i after, %i needed: %s', (before, after, needed, verdict) => expect(verdictOf(before, after, needed)).toBe(verdict));
