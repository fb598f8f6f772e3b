import { describe, expect, test } from 'vitest';
import { firstCatalog } from '../catalog/firstCatalog';
import { place } from '../cluster/place';
import { design, fileSystem, group, overZones, storageClass, workload, zoneIds } from '../testing/designs';
import { baselineOf } from './baseline';
import { rowAfter } from './outcome';
import { zoneAndNode, zonePairs } from './pairs';

const database = (id: string, deployment: 'single-az' | 'multi-az-instance' | 'multi-az-cluster', letters: string) => ({ id, kind: 'database' as const, deployment, zones: zoneIds(letters) });
const baseline = baselineOf(
  place(
    design({
      controlPlane: 'abc',
      entities: [
        group('asg', 'abc', 3),
        storageClass('gp3'),
        workload('kv', 3, { type: 'StatefulSet', topologySpreadConstraints: overZones, volumes: [{ name: 'data', storageClass: 'sc-gp3' }] }),
        database('db-cluster', 'multi-az-cluster', 'bca'),
        database('db-pair', 'multi-az-instance', 'ab'),
        database('db-single', 'single-az', 'b'),
        fileSystem('efs', 'ab'),
        fileSystem('efs-one', 'b', { type: 'oneZone' }),
      ],
    }),
    firstCatalog,
  ),
);

/** `db-pair fails-over 60-120`, for what a loss touches. */
function touched(letters: string, nodes: readonly string[] = []): readonly string[] {
  const { volumes, databases, fileSystems } = rowAfter(baseline, { zones: letters.split('').map((letter) => `ap-northeast-2${letter}`), nodes });
  return [
    ...volumes.unreachable,
    ...databases.filter(({ state }) => state !== 'unaffected').map(({ id, state, failoverSeconds: at }) => `${id} ${state}${at === null ? '' : ` ${at.from}-${at.to}`}`),
    ...fileSystems.filter(({ state }) => state !== 'unaffected').map(({ id, state }) => `${id} ${state}`),
  ];
}

describe('what a loss does to stored data', () => {
  test.each([
    ['a', [], ['pvc-default-data-kv-0', 'db-cluster standby-lost', 'db-pair fails-over 60-120', 'efs mount-target-lost']],
    ['b', [], ['pvc-default-data-kv-1', 'db-cluster fails-over 0-35', 'db-pair standby-lost', 'db-single down', 'efs mount-target-lost', 'efs-one down']],
    ['c', [], ['pvc-default-data-kv-2', 'db-cluster standby-lost']],
    ['ab', [], ['pvc-default-data-kv-0', 'pvc-default-data-kv-1', 'db-cluster fails-over 0-35', 'db-pair down', 'db-single down', 'efs down', 'efs-one down']],
    ['', ['asg-b-0'], []],
  ] as const)('zones %j, nodes %j: %j', (letters, nodes, expected) => {
    expect(touched(letters, nodes)).toEqual(expected);
  });
});

describe('N-2', () => {
  test('every pair of zones, by letter', () => {
    expect(zonePairs(baseline).map(({ zones, keepsQuorum }) => `${zones.map((zone) => zone.slice(-1)).join('')} ${keepsQuorum}`)).toEqual(['ab false', 'ac false', 'bc false']);
  });

  test('a zone, and every machine of another', () => {
    expect(zoneAndNode(baseline, 'ap-northeast-2a').map(({ nodes, keepsQuorum, podsLost }) => `${nodes.join()} ${keepsQuorum} ${podsLost}`)).toEqual([
      'asg-b-0 true 2',
      'asg-c-0 true 2',
      'cp-2 false 1',
      'cp-3 false 1',
    ]);
  });
});
