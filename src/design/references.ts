import type { z } from 'zod';
import { definitionOf } from './kinds/kinds';
import { linkSchema, type Entity, type Link } from './schema';
import { resolve, shapeOf, type Shape } from './shape';

/** A place in an entity or a link that names another entity. */
export interface Reference {
  readonly path: readonly (string | number)[];
  readonly id: string;
  /** Kinds that it may name; empty = any. */
  readonly kinds: readonly string[];
}

export function schemaOf(item: Entity | Link): z.ZodType {
  return 'kind' in item ? definitionOf(item.kind).schema : linkSchema;
}

export function referencesOf(item: Entity | Link): readonly Reference[] {
  const found: Reference[] = [];
  collect(shapeOf(schemaOf(item)), item, [], found);
  return found;
}

function collect(shape: Shape, value: unknown, path: readonly (string | number)[], found: Reference[]): void {
  if (value === undefined || value === null) return;
  const resolved = resolve(shape, value);
  switch (resolved.type) {
    case 'reference':
      if (typeof value === 'string') found.push({ path, id: value, kinds: resolved.kinds });
      return;
    case 'array':
      (value as readonly unknown[]).forEach((item, index) => collect(resolved.item, item, [...path, index], found));
      return;
    case 'record':
      for (const [key, item] of Object.entries(value)) {
        if (resolved.keyRef !== undefined) found.push({ path: [...path, key], id: key, kinds: resolved.keyRef });
        collect(resolved.value, item, [...path, key], found);
      }
      return;
    case 'object':
      for (const [name, field] of resolved.fields) {
        collect(field.shape, (value as Readonly<Record<string, unknown>>)[name], [...path, name], found);
      }
      return;
    default:
  }
}

/**
 * The same item without the references that `gone` names: taken out of lists and records, optional ones left out.
 * null where one that it cannot be without is gone.
 */
export function withoutReferences<Item extends Entity | Link>(item: Item, gone: (id: string) => boolean): Item | null {
  const cut = prune(shapeOf(schemaOf(item)), item, gone);
  return cut === missing ? null : (cut as Item);
}

const missing = Symbol('missing');

function prune(shape: Shape, value: unknown, gone: (id: string) => boolean): unknown {
  if (value === undefined || value === null) return value;
  const resolved = resolve(shape, value);
  switch (resolved.type) {
    case 'reference':
      return typeof value === 'string' && gone(value) ? missing : value;
    case 'array': {
      const kept = (value as readonly unknown[]).map((item) => prune(resolved.item, item, gone));
      const list = kept.filter((item) => item !== missing);
      return list.length === kept.length && list.every((item, i) => item === (value as readonly unknown[])[i]) ? value : list;
    }
    case 'record': {
      const entries = Object.entries(value);
      const kept = entries.filter(([key]) => resolved.keyRef === undefined || !gone(key));
      return kept.length === entries.length ? value : Object.fromEntries(kept);
    }
    case 'object': {
      const source = value as Readonly<Record<string, unknown>>;
      let copy: Record<string, unknown> | null = null;
      for (const [name, field] of resolved.fields) {
        const cut = prune(field.shape, source[name], gone);
        if (cut === source[name]) continue;
        if (cut === missing && !field.optional) return missing;
        copy ??= { ...source };
        if (cut === missing) delete copy[name];
        else copy[name] = cut;
      }
      return copy ?? value;
    }
    default:
      return value;
  }
}
