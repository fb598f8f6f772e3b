import { expect, test } from 'vitest';
import type { Pod } from '../kubernetes/objects';
import { asking, podOf } from '../testing/clusterBuilders';
import { equivalenceGroups } from './equivalenceGroups';

function owned(name: string, spec: object = {}, uid = 'web', labels = {}): Pod {
  return podOf(name, spec, { labels, metadata: { ownerReferences: [{ apiVersion: 'apps/v1', kind: 'ReplicaSet', name: uid, uid, controller: true }] } });
}

const container = (more: object): object => ({ containers: [{ name: 'c', ...more }] });

test.each<[string, readonly Pod[], readonly (readonly string[])[]]>([
  ['equal pods of one controller', [owned('a'), owned('b')], [['a', 'b']]],
  ['of two controllers', [owned('a'), owned('b', {}, 'other')], [['a'], ['b']]],
  ['without a controller', [podOf('a'), podOf('b')], [['a'], ['b']]],
  ['another label', [owned('a'), owned('b', {}, 'web', { app: 'b' })], [['a'], ['b']]],
  ['another request', [owned('a', asking('1')), owned('b', asking('2')), owned('c', asking('1'))], [['a', 'c'], ['b']]],
  ['one amount written in two ways', [owned('a', asking('1')), owned('b', asking('1000m'))], [['a', 'b']]],
  ['another environment, hostname or token volume', [
    owned('a', { ...container({ env: [{ name: 'A' }], volumeMounts: [{ name: 'token-a', mountPath: '/v' }] }), hostname: 'a', volumes: [{ name: 'token-a', projected: {} }] }),
    owned('b', { ...container({ volumeMounts: [{ name: 'token-b', mountPath: '/v' }] }), volumes: [{ name: 'token-b', projected: {} }] }),
  ], [['a', 'b']]],
  ['another claim', [owned('a', { volumes: [{ name: 'd', persistentVolumeClaim: { claimName: 'a' } }] }), owned('b', { volumes: [{ name: 'd', persistentVolumeClaim: { claimName: 'b' } }] })], [['a'], ['b']]],
])('%s', (_name, pods, groups) => {
  expect(equivalenceGroups(pods).map((group) => group.map(({ metadata }) => metadata.name))).toEqual(groups);
});

test('an eleventh kind of one controller is alone for ever, the first ten can still be joined', () => {
  const kinds = Array.from({ length: 11 }, (_, index) => owned(`k${index}`, asking(`${index + 1}`)));
  const groups = equivalenceGroups([...kinds, owned('like-the-last', asking('11')), owned('like-the-first', asking('1'))]);
  expect(groups.map((group) => group.length)).toEqual([2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]);
});
