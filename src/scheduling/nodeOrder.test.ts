import { describe, expect, test } from 'vitest';
import { nodeOf } from '../testing/clusterBuilders';
import { feasibleNodesToFind, nodeTreeOrder } from './nodeOrder';

describe('node order', () => {
  test.each<[string, (string | undefined)[], number[]]>([
    ['zones take turns, in order of appearance', ['b', 'a', 'b', 'b', 'c', 'a'], [0, 1, 4, 2, 5, 3]],
    ['nodes without a zone are a zone of their own', [undefined, 'a', undefined, 'a'], [0, 1, 2, 3]],
    ['one zone keeps its order', ['a', 'a', 'a'], [0, 1, 2]],
    ['no nodes', [], []],
  ])('%s', (_name, zones, expected) => {
    const nodes = zones.map((zone, i) => ({ index: i, node: nodeOf(`n${i}`, zone === undefined ? {} : { 'topology.kubernetes.io/zone': zone }) }));
    expect(nodeTreeOrder(nodes).map(({ index }) => index)).toEqual(expected);
  });

  test('the old zone label wins, and regions part zones of one name', () => {
    const labels = [
      { 'failure-domain.beta.kubernetes.io/zone': 'a', 'topology.kubernetes.io/zone': 'b' },
      { 'topology.kubernetes.io/zone': 'a' },
      { 'topology.kubernetes.io/zone': 'a', 'topology.kubernetes.io/region': 'r' },
    ];
    const nodes = labels.map((each, i) => ({ index: i, node: nodeOf(`n${i}`, each) }));
    expect(nodeTreeOrder(nodes).map(({ index }) => index)).toEqual([0, 2, 1]);
  });
});

describe('how many feasible nodes are enough', () => {
  test.each([
    [0, 0],
    [10, 10],
    [99, 99],
    [100, 100],
    [250, 120],
    [1000, 420],
    [5000, 500],
    [6000, 300],
    [15_000, 750],
  ])('of %d: %d', (nodes, enough) => {
    expect(feasibleNodesToFind(nodes)).toBe(enough);
  });
});
