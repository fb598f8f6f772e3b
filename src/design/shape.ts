import type { z } from 'zod';

/**
 * What the engine needs to know about a zod schema besides validating: its fields in order, its defaults, and which
 * strings name other entities. Read once from the schema itself, so that nothing is written twice.
 */
export type Shape =
  | { readonly type: 'object'; readonly fields: ReadonlyMap<string, Field> }
  | { readonly type: 'array'; readonly item: Shape }
  | { readonly type: 'record'; readonly value: Shape; readonly keyRef?: readonly string[] }
  | { readonly type: 'variants'; readonly discriminator: string; readonly variants: ReadonlyMap<string, Shape> }
  | { readonly type: 'reference'; readonly kinds: readonly string[] }
  | { readonly type: 'value' };

export interface Field {
  readonly shape: Shape;
  readonly optional: boolean;
  /** The value that a file may leave out; undefined where it may not. */
  readonly defaultValue: unknown;
}

const cache = new WeakMap<z.core.$ZodType, Shape>();

export function shapeOf(schema: z.core.$ZodType): Shape {
  let shape = cache.get(schema);
  if (shape === undefined) {
    shape = readShape(schema);
    cache.set(schema, shape);
  }
  return shape;
}

function readShape(schema: z.core.$ZodType): Shape {
  const meta = (schema as z.ZodType).meta();
  if (meta?.ref !== undefined) return { type: 'reference', kinds: meta.ref };
  const def = (schema as z.core.$ZodTypes)._zod.def;
  switch (def.type) {
    case 'object':
      return { type: 'object', fields: new Map(Object.entries(def.shape).map(([name, field]) => [name, readField(field)])) };
    case 'array':
      return { type: 'array', item: shapeOf(def.element) };
    case 'record':
      return { type: 'record', value: shapeOf(def.valueType), ...(meta?.keyRef !== undefined && { keyRef: meta.keyRef }) };
    case 'optional':
    case 'default':
    case 'prefault':
    case 'nullable':
      return shapeOf(def.innerType);
    case 'union':
      return 'discriminator' in def ? readVariants(def as unknown as z.core.$ZodDiscriminatedUnionDef) : { type: 'value' };
    default:
      return { type: 'value' };
  }
}

function readVariants(def: z.core.$ZodDiscriminatedUnionDef): Shape {
  const variants = new Map<string, Shape>();
  for (const option of def.options) {
    const shape = shapeOf(option);
    for (const value of option._zod.propValues?.[def.discriminator] ?? []) variants.set(String(value), shape);
  }
  return { type: 'variants', discriminator: def.discriminator, variants };
}

function readField(schema: z.core.$ZodType): Field {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  const optional = def.type === 'optional';
  const hasDefault = def.type === 'default' || def.type === 'prefault';
  return {
    shape: shapeOf(schema),
    optional,
    defaultValue: hasDefault ? (schema as z.ZodType).parse(undefined) : undefined,
  };
}

/** The shape that a value has: a variant is resolved by its discriminator. */
export function resolve(shape: Shape, value: unknown): Shape {
  if (shape.type !== 'variants') return shape;
  const tag = (value as Readonly<Record<string, unknown>> | null)?.[shape.discriminator];
  return shape.variants.get(String(tag)) ?? { type: 'value' };
}
