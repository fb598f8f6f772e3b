import { describe, expect, test } from 'vitest';
import type { Node, Taint } from '../kubernetes/objects';
import { nodeOf } from '../testing/clusterBuilders';
import { ClusterHealth } from './clusterHealth';
import { isGoodTemplate, isReady } from './readiness';
import { secondsOf } from './time';

const NOW = secondsOf('2026-06-01T00:00:00Z') ?? 0;

function nodes(prefix: string, count: number, ready: 'True' | 'Unknown', created = '2026-01-01T00:00:00Z'): Node[] {
  return Array.from({ length: count }, (_, index) => {
    const node = nodeOf(`${prefix}${index}`, {}, { status: { conditions: [{ type: 'Ready', status: ready }] } });
    return { ...node, metadata: { ...node.metadata, creationTimestamp: created } };
  });
}

function health(target: number, list: readonly Node[], awaited = 0) {
  const group = { id: 'g', min: 0, max: 20, target, nodes: list.map(({ metadata }) => metadata.name), template: null, awaited };
  const of = new ClusterHealth(list, [group], NOW);
  return { cluster: of.isHealthy, group: of.isGroupHealthy(group), upcoming: of.upcoming(group) };
}

const JUST_NOW = '2026-05-31T23:50:00Z';

test.each<[string, number, readonly Node[], number, ReturnType<typeof health>]>([
  ['all ready', 4, nodes('r', 4, 'True'), 0, { cluster: true, group: true, upcoming: 0 }],
  ['three unready are fine, whatever their share', 3, nodes('u', 3, 'Unknown'), 0, { cluster: true, group: true, upcoming: 0 }],
  ['four of eight are not', 8, [...nodes('r', 4, 'True'), ...nodes('u', 4, 'Unknown')], 0, { cluster: false, group: false, upcoming: 0 }],
  ['four of nine are', 9, [...nodes('r', 5, 'True'), ...nodes('u', 4, 'Unknown')], 0, { cluster: true, group: true, upcoming: 0 }],
  ['nodes that start count as upcoming', 5, [...nodes('r', 3, 'True'), ...nodes('s', 2, 'Unknown', JUST_NOW)], 0, { cluster: true, group: true, upcoming: 2 }],
  ['four that never came', 6, nodes('r', 2, 'True'), 0, { cluster: true, group: false, upcoming: 4 }],
  ['four that are awaited', 6, nodes('r', 2, 'True'), 4, { cluster: true, group: true, upcoming: 4 }],
  ['empty and meant to be', 0, [], 0, { cluster: true, group: true, upcoming: 0 }],
  ['empty without reason', 2, [], 0, { cluster: true, group: false, upcoming: 2 }],
  ['empty, all awaited', 2, [], 2, { cluster: true, group: true, upcoming: 2 }],
])('%s', (_name, target, list, awaited, expected) => {
  expect(health(target, list, awaited)).toEqual(expected);
});

describe('a node is ready', () => {
  const ready = { type: 'Ready', status: 'True' };
  const taint = (key: string): Taint => ({ key, effect: 'NoSchedule' });
  test.each<[string, Node, boolean]>([
    ['by its condition', nodeOf('n', {}, { status: { conditions: [ready] } }), true],
    ['not without one', nodeOf('n'), false],
    ['not under disk pressure', nodeOf('n', {}, { status: { conditions: [ready, { type: 'DiskPressure', status: 'True' }] } }), false],
    ['not with a start-up taint', nodeOf('n', {}, { spec: { taints: [taint('startup-taint.cluster-autoscaler.kubernetes.io/cni')] }, status: { conditions: [ready] } }), false],
  ])('%s', (_name, node, is) => {
    expect(isReady(node)).toBe(is);
  });

  test.each<[string, Node, boolean]>([
    ['for a minute: it may be a template', nodeOf('n', {}, { status: { conditions: [{ ...ready, lastTransitionTime: '2026-05-31T23:58:00Z' }] } }), true],
    ['since a moment ago: not yet', nodeOf('n', {}, { status: { conditions: [{ ...ready, lastTransitionTime: '2026-05-31T23:59:30Z' }] } }), false],
    ['but cordoned', nodeOf('n', {}, { spec: { unschedulable: true }, status: { conditions: [ready] } }), false],
    ['but about to be deleted', nodeOf('n', {}, { spec: { taints: [taint('ToBeDeletedByClusterAutoscaler')] }, status: { conditions: [ready] } }), false],
  ])('%s', (_name, node, is) => {
    expect(isGoodTemplate(node, NOW)).toBe(is);
  });
});
