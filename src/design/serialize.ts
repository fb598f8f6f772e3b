import { compareBytes } from '../byteOrder';
import { kindNames } from './kinds/kinds';
import { designSchema, type Design } from './schema';
import { resolve, shapeOf, type Shape } from './shape';

/** Wide enough for most entities to take one to three lines: a diff in git reads well. */
const width = 120;

/**
 * The file of a design: the same design gives the same bytes. Fields in the order of the schema, defaults left out,
 * entities by kind and id, links by id, keys of records in byte order.
 */
export function serializeDesign(design: Design): string {
  return `${print(plainDesign(design), '')}\n`;
}

/** The design as the file says it: in order, without what is default. */
export function plainDesign(design: Design): unknown {
  const sorted: Design = {
    ...design,
    entities: [...design.entities].sort((a, b) => kindNames.indexOf(a.kind) - kindNames.indexOf(b.kind) || compareBytes(a.id, b.id)),
    links: [...design.links].sort((a, b) => compareBytes(a.id, b.id)),
  };
  return plain(shapeOf(designSchema), sorted);
}

function plain(shape: Shape, value: unknown): unknown {
  if (value === undefined || value === null) return value;
  const resolved = resolve(shape, value);
  switch (resolved.type) {
    case 'object': {
      const source = value as Readonly<Record<string, unknown>>;
      const result: Record<string, unknown> = {};
      for (const [name, field] of resolved.fields) {
        const item = source[name];
        if (item === undefined || (field.defaultValue !== undefined && equal(item, field.defaultValue))) continue;
        result[name] = plain(field.shape, item);
      }
      return result;
    }
    case 'array':
      return (value as readonly unknown[]).map((item) => plain(resolved.item, item));
    case 'record':
      return Object.fromEntries(
        Object.entries(value)
          .sort(([a], [b]) => compareBytes(a, b))
          .map(([key, item]) => [key, plain(resolved.value, item)]),
      );
    default:
      return value;
  }
}

/** Equality of JSON values, whatever the order of keys. */
export function equal(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const left = Object.entries(a).filter(([, value]) => value !== undefined);
  const right = new Map(Object.entries(b).filter(([, value]) => value !== undefined));
  return left.length === right.size && left.every(([key, value]) => right.has(key) && equal(value, right.get(key)));
}

/** JSON with what fits on a line on one line. */
function print(value: unknown, indent: string): string {
  const flat = printFlat(value);
  // The document itself is always broken: one entity, one place in a diff.
  if (indent !== '' && indent.length + flat.length <= width) return flat;
  if (typeof value !== 'object' || value === null) return flat;
  const inner = `${indent}  `;
  if (Array.isArray(value)) {
    return value.length === 0 ? '[]' : `[\n${value.map((item) => inner + print(item, inner)).join(',\n')}\n${indent}]`;
  }
  const entries = Object.entries(value);
  if (entries.length === 0) return '{}';
  return `{\n${entries.map(([key, item]) => `${inner}${JSON.stringify(key)}: ${printEntry(key, item, inner)}`).join(',\n')}\n${indent}}`;
}

/** Lists of entities and links are broken even when short, so that a new one is a new line. */
function printEntry(key: string, item: unknown, indent: string): string {
  const isList = indent.length === 2 && (key === 'entities' || key === 'links');
  if (!isList || !Array.isArray(item) || item.length === 0) return print(item, indent);
  const inner = `${indent}  `;
  return `[\n${item.map((entry) => inner + print(entry, inner)).join(',\n')}\n${indent}]`;
}

function printFlat(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(printFlat).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value);
  return entries.length === 0 ? '{}' : `{ ${entries.map(([key, item]) => `${JSON.stringify(key)}: ${printFlat(item)}`).join(', ')} }`;
}
