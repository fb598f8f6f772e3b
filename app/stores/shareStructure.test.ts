import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shareStructure } from './shareStructure';

test('an equal copy is the original itself', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const copy: unknown = structuredClone(value);
      expect(shareStructure(value, copy)).toBe(value);
    }),
  );
});

test('whatever came before, the answer equals what is new', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (before, next) => {
      expect(shareStructure(before, next)).toEqual(next);
    }),
  );
});

test('what did not change keeps its identity', () => {
  const before = { pods: [{ pod: 'a', node: 'x' }, { pod: 'b', node: 'y' }], cost: { total: 1 } };
  const after = shareStructure(before, { pods: [{ pod: 'a', node: 'x' }, { pod: 'b', node: 'z' }], cost: { total: 1 } });
  expect(after.cost).toBe(before.cost);
  expect(after.pods[0]).toBe(before.pods[0]);
  expect(after.pods[1]).not.toBe(before.pods[1]);
});
