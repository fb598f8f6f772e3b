import { describe, expect, test } from 'vitest';
import { firstCatalog } from '../catalog/firstCatalog';
import { entityById, zonesOf } from '../design/tree';
import { instancesPerZone, launchesAfter } from '../scaling/autoScalingGroup';
import { design, group, overZones, storageClass, workload } from '../testing/designs';
import type { Placed } from './cluster';
import { launchedNodes } from './nodes';
import { place } from './place';
import { replace } from './replace';

const spread = { topologySpreadConstraints: [{ topologyKey: 'topology.kubernetes.io/zone', whenUnsatisfiable: 'ScheduleAnyway' as const }] };

/** The aftermath of a zone's loss, with what the group `asg` launches. */
function lose(placed: Placed, letter: string) {
  const { design: drawn, catalog, cluster } = placed;
  const asg = entityById(drawn, 'asg');
  if (asg?.kind !== 'autoScalingGroup') throw new Error('no group');
  const zone = `zone-${letter}`;
  const launches = launchesAfter(asg, instancesPerZone(asg, zonesOf(drawn)), { zones: new Set([zone]), instances: new Map() });
  const deadNodes = new Set(cluster.nodes.filter((node) => node.zone === zone).map(({ name }) => name));
  return replace(placed, { deadNodes, newNodes: launchedNodes(drawn, catalog, asg, launches, new Set(cluster.nodes.map(({ name }) => name))) });
}

describe('replace', () => {
  test('nothing lost: everything stays, object by object', () => {
    const placed = place(design({ entities: [group('asg', 'abc'), workload('web', 5, spread)] }), firstCatalog);
    const after = replace(placed, { deadNodes: new Set(), newNodes: [] });
    expect(after.nodeOf).toEqual(placed.nodeOf);
    for (const [i, pod] of after.objects.pods.entries()) expect(pod).toBe(placed.objects.pods[i]);
  });

  test('a lost zone: its pods move to what is launched elsewhere, and its DaemonSet pods go with their nodes', () => {
    const placed = place(design({ entities: [group('asg', 'abc'), workload('web', 3, spread), workload('log', 1, { type: 'DaemonSet' })] }), firstCatalog);
    const after = lose(placed, 'a');
    expect(after.lost).toEqual(['default/log-asg-a-0', 'default/web-0']);
    expect(after.nodes.map(({ name }) => name)).toEqual(['asg-b-0', 'asg-c-0', 'asg-b-1']);
    expect(after.nodeOf).toEqual(new Map([
      ['default/log-asg-b-0', 'asg-b-0'],
      ['default/log-asg-b-1', 'asg-b-1'],
      ['default/log-asg-c-0', 'asg-c-0'],
      ['default/web-0', 'asg-b-1'],
      ['default/web-1', 'asg-b-0'],
      ['default/web-2', 'asg-c-0'],
    ]));
    expect(after.pending).toEqual([]);
  });

  test('a volume holds its pod back, in the words of Kubernetes', () => {
    const placed = place(
      design({ entities: [group('asg', 'abc'), storageClass('gp3'), workload('db', 3, { type: 'StatefulSet', topologySpreadConstraints: overZones, volumes: [{ name: 'data', storageClass: 'sc-gp3' }] })] }),
      firstCatalog,
    );
    expect(lose(placed, 'b').pending).toEqual([
      { pod: 'default/db-1', message: "0/3 nodes are available: 3 node(s) didn't match PersistentVolume's node affinity." },
    ]);
  });

  test('a lost pod leaves its pin behind', () => {
    const placed = place(design({ entities: [group('asg', 'ab', 2), workload('web', 2, { pins: { '0': 'asg-a-0', '1': 'asg-a-0' } })] }), firstCatalog);
    expect([...placed.nodeOf.values()]).toEqual(['asg-a-0', 'asg-a-0']);
    expect([...lose(placed, 'a').nodeOf.values()].sort()).toEqual(['asg-b-0', 'asg-b-1']);
  });

  test('an evicted pod is placed again among those that stay', () => {
    const pins = { '0': 'asg-a-0', '1': 'asg-a-0', '2': 'asg-a-0' };
    const placed = place(design({ entities: [group('asg', 'ab'), workload('web', 3, { ...spread, pins })] }), firstCatalog);
    const after = replace(placed, { deadNodes: new Set(), newNodes: [], evicted: new Set(['default/web-1', 'default/nobody']) });
    expect(after.lost).toEqual(['default/web-1']);
    expect(after.nodeOf.get('default/web-0')).toBe('asg-a-0');
    expect(after.nodeOf.get('default/web-1')).toBe('asg-b-0');
    expect(after.nodeOf.get('default/web-2')).toBe('asg-a-0');
  });
});
