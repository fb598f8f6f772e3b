import { expect, test } from 'vitest';
import { balance } from './balancing';
import type { NodeGroup } from './nodeGroup';

const group = (id: string, target: number, max = 10): NodeGroup => ({ id, min: 0, max, target, nodes: [], template: null });

test.each<[string, readonly NodeGroup[], number, Record<string, number>]>([
  ['the smallest first until all are equal', [group('a', 4), group('b', 1), group('c', 2)], 3, { b: 2, c: 1 }],
  ['then in turn', [group('a', 1), group('b', 1), group('c', 1)], 5, { a: 2, b: 2, c: 1 }],
  ['one alone', [group('a', 0)], 3, { a: 3 }],
  ['a group that is full gives way', [group('a', 0, 1), group('b', 0), group('c', 0)], 5, { a: 1, b: 2, c: 2 }],
  ['groups at their maximum take no part', [group('a', 2, 2), group('b', 5)], 2, { b: 2 }],
  ['no more than there is room for', [group('a', 0, 1), group('b', 1, 2)], 9, { a: 1, b: 1 }],
  ['a group above its maximum has no room', [group('a', 3, 2), group('b', 0, 1)], 2, { b: 1 }],
])('%s', (_name, groups, count, added) => {
  expect(Object.fromEntries(balance(groups, count))).toEqual(added);
});
