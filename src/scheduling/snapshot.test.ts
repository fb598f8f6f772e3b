import { describe, expect, test } from 'vitest';
import { asking, clusterOf, nodeOf, podOf } from '../testing/clusterBuilders';
import { schedulePod, scheduleSequence } from './schedule';
import { createSnapshot } from './snapshot';

const cluster = clusterOf([nodeOf('a'), nodeOf('b')], [podOf('p', { ...asking('1'), nodeName: 'a' }), podOf('lost', { ...asking('1'), nodeName: 'gone' })]);

describe('a snapshot', () => {
  test('keeps pods of unknown nodes aside, and gives them back when their node comes', () => {
    const snapshot = createSnapshot(cluster);
    expect([...snapshot.strayPods.keys()]).toEqual(['default/lost']);
    snapshot.addNode(nodeOf('gone'));
    expect(snapshot.strayPods.size).toBe(0);
    expect(snapshot.node('gone')?.milliCpu).toBe(1000);
  });

  test('leaves finished pods out', () => {
    const done = podOf('done', { ...asking('1'), nodeName: 'a' }, { status: { phase: 'Succeeded' } });
    expect(createSnapshot(clusterOf([nodeOf('a')], [done])).node('a')?.pods).toEqual([]);
  });

  test('and its clone do not see each other change', () => {
    const snapshot = createSnapshot(cluster);
    const before = schedulePod(snapshot, podOf('q', asking('1')));
    const clone = snapshot.clone();
    clone.removeNode('b');
    clone.forget('default/p');
    scheduleSequence(clone, [podOf('x', asking('4'))]);
    expect([clone.nodeCount, clone.nodeNameOf('default/x'), clone.nodeNameOf('default/p')]).toEqual([1, 'a', undefined]);
    expect([snapshot.nodeCount, snapshot.nodeNameOf('default/x'), snapshot.nodeNameOf('default/p')]).toEqual([2, undefined, 'a']);
    expect(schedulePod(snapshot, podOf('q', asking('1')))).toEqual(before);
    snapshot.assume(podOf('y', asking('4')), 'b');
    expect(clone.nodeNameOf('default/y')).toBeUndefined();
  });

  test('moves a pod that is assumed twice', () => {
    const snapshot = createSnapshot(cluster);
    snapshot.assume(podOf('p', asking('1')), 'b');
    expect([snapshot.node('a')?.pods.length, snapshot.node('b')?.pods.length]).toEqual([0, 1]);
  });

  test('gives the pods of a node that is removed', () => {
    const snapshot = createSnapshot(cluster);
    expect(snapshot.removeNode('a').map(({ key }) => key)).toEqual(['default/p']);
    expect(snapshot.removeNode('a')).toEqual([]);
  });
});
