import type { Design } from '../../design/schema';

/** Where a value is: the id of its entity, link or part of the document first, then fields and places in lists. */
export type ValuePath = readonly [string, ...(string | number)[]];

/**
 * Every value that two designs do not share. An entity, a field or an item of a list that only one of them has is one
 * value, whatever is in it.
 */
export function changedValues(before: Design, after: Design): readonly ValuePath[] {
  const items = ({ entities, links }: Design) => new Map<string, unknown>([...entities, ...links].map((item) => [item.id, item]));
  const [old, now] = [items(before), items(after)];
  const changed: ValuePath[] = [];
  for (const id of new Set([...old.keys(), ...now.keys()])) compare(old.get(id), now.get(id), [id], changed);
  compare(before.settings, after.settings, ['settings'], changed);
  return changed;
}

function compare(before: unknown, after: unknown, path: ValuePath, changed: ValuePath[]): void {
  if (before === after) return;
  if (typeof before !== 'object' || typeof after !== 'object' || before === null || after === null || Array.isArray(before) !== Array.isArray(after)) {
    changed.push(path);
    return;
  }
  const [old, now] = [new Map<string, unknown>(Object.entries(before)), new Map<string, unknown>(Object.entries(after))];
  for (const key of new Set([...old.keys(), ...now.keys()])) compare(old.get(key), now.get(key), [...path, key], changed);
}

/** Whether one of the values holds one of the others. */
export function overlap(some: readonly ValuePath[], others: readonly ValuePath[]): boolean {
  const startsWith = (path: ValuePath, start: ValuePath) => start.every((step, i) => path[i] === step);
  return some.some((path) => others.some((other) => startsWith(path, other) || startsWith(other, path)));
}
