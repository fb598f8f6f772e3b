import { describe, expect, test } from 'vitest';
import type { ClusterObjects } from '../../kubernetes/clusterObjects';
import type { OwnerReference, Pod, TopologySpreadConstraint } from '../../kubernetes/objects';
import { clusterOf, nodeOf, podOf } from '../../testing/clusterBuilders';
import { explainPod } from '../schedule';
import { createSnapshot } from '../snapshot';

const ZONE = 'topology.kubernetes.io/zone';
const web = { app: 'web' };
const nodes = ['a', 'b', 'c'].map((zone) => nodeOf(`n-${zone}`, { [ZONE]: zone }));

function running(counts: readonly number[]): Pod[] {
  return counts.flatMap((count, zone) =>
    Array.from({ length: count }, (_, i) => podOf(`r-${zone}-${i}`, { nodeName: nodes[zone]?.metadata.name ?? '' }, { labels: web })),
  );
}

function over(more: Partial<TopologySpreadConstraint>): TopologySpreadConstraint[] {
  return [{ maxSkew: 1, topologyKey: ZONE, whenUnsatisfiable: 'DoNotSchedule', labelSelector: { matchLabels: web }, ...more }];
}

function table(pods: Pod[], pod: Pod, more: Partial<ClusterObjects> = {}) {
  return explainPod(createSnapshot(clusterOf(nodes, pods, more)), pod).nodes ?? {};
}

describe('DoNotSchedule', () => {
  test.each<[string, number[], Partial<TopologySpreadConstraint>, string[]]>([
    ['an even spread leaves all zones open', [1, 1, 1], {}, []],
    ['the fullest zone is closed', [2, 1, 1], {}, ['n-a']],
    ['a larger skew opens it', [2, 1, 1], { maxSkew: 2 }, []],
    ['too few zones count as an empty one', [1, 1, 1], { minDomains: 4 }, ['n-a', 'n-b', 'n-c']],
    ['the empty selector counts nobody', [3, 0, 0], { labelSelector: {} }, []],
    ['a node without the key is no choice', [0, 0, 0], { topologyKey: 'rack' }, ['n-a', 'n-b', 'n-c']],
  ])('%s', (_name, counts, more, closed) => {
    const nodesByName = table(running(counts), podOf('p', { topologySpreadConstraints: over(more) }, { labels: web }));
    expect(Object.keys(nodesByName).filter((name) => 'rejectedBy' in (nodesByName[name] ?? {}))).toEqual(closed);
  });
});

describe('ScheduleAnyway', () => {
  test.each([
    [
      [0, 1, 2],
      [100, 33, 0],
    ],
    [
      [1, 2, 3],
      [100, 80, 40],
    ],
    [
      [0, 0, 0],
      [100, 100, 100],
    ],
  ])('%j pods by zone score %j', (counts, scores) => {
    const pod = podOf('p', { topologySpreadConstraints: over({ whenUnsatisfiable: 'ScheduleAnyway' }) }, { labels: web });
    const byName = table(running(counts), pod);
    expect(nodes.map(({ metadata }) => byName[metadata.name])).toMatchObject(scores.map((score) => ({ scores: { PodTopologySpread: 2 * score } })));
  });
});

describe('a pod without constraints is spread by its Services and its owner', () => {
  const service = { apiVersion: 'v1', kind: 'Service', metadata: { name: 's', namespace: 'default' }, spec: { selector: web } } as const;
  const owned = { apiVersion: 'apps/v1', metadata: { name: 'o', namespace: 'default' }, spec: { selector: { matchLabels: web }, template: { metadata: {}, spec: { containers: [] } } } } as const;
  const owner = (apiVersion: string, kind: string, name = 'o'): OwnerReference[] => [{ apiVersion, kind, name, uid: 'u', controller: true }];

  test.each<[string, OwnerReference[], Partial<ClusterObjects>, boolean]>([
    ['nobody', [], {}, false],
    ['a Service', [], { services: [service] }, true],
    ['a Service elsewhere', [], { services: [{ ...service, metadata: { name: 's', namespace: 'other' } }] }, false],
    ['a ReplicaSet', owner('apps/v1', 'ReplicaSet'), { replicaSets: [{ ...owned, kind: 'ReplicaSet' }] }, true],
    ['a StatefulSet', owner('apps/v1', 'StatefulSet'), { statefulSets: [{ ...owned, kind: 'StatefulSet', spec: { ...owned.spec, serviceName: 's' } }] }, true],
    [
      'a ReplicationController',
      owner('v1', 'ReplicationController'),
      { replicationControllers: [{ apiVersion: 'v1', kind: 'ReplicationController', metadata: owned.metadata, spec: { selector: web } }] },
      true,
    ],
    ['an owner that is gone', owner('apps/v1', 'ReplicaSet', 'gone'), {}, false],
    ['a Job', owner('batch/v1', 'Job'), {}, false],
  ])('%s', (_name, ownerReferences, more, scored) => {
    const byName = table(running([1, 0, 0]), podOf('p', {}, { labels: web, metadata: { ownerReferences } }), more);
    const scores = (byName['n-a'] as { scores: Record<string, number> }).scores;
    expect('PodTopologySpread' in scores).toBe(scored);
  });
});
