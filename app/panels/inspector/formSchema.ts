import type { z } from 'zod';

/** What a form needs to know about a value, read from its zod schema: nothing about the document is written twice. */
export type FormType =
  | { readonly type: 'number'; readonly min?: number; readonly max?: number; readonly isInteger: boolean; readonly isShare: boolean }
  | { readonly type: 'text'; readonly isLong: boolean; readonly takesNumbers: boolean; readonly maxLength?: number }
  | { readonly type: 'switch' }
  | { readonly type: 'choice'; readonly values: readonly string[] }
  | { readonly type: 'instanceType' }
  | { readonly type: 'reference'; readonly kinds: readonly string[] }
  | { readonly type: 'list'; readonly item: FormField; readonly min: number; readonly max: number }
  | { readonly type: 'record'; readonly value: FormField; readonly keyKinds: readonly string[] | null; readonly keySchema: z.ZodType }
  | { readonly type: 'object'; readonly fields: ReadonlyMap<string, FormField> }
  | { readonly type: 'variants'; readonly discriminator: string; readonly variants: ReadonlyMap<string, FormField> }
  /** The tag of a variant: shown by the choice above it. */
  | { readonly type: 'fixed'; readonly value: unknown };

export interface FormField {
  readonly schema: z.ZodType;
  readonly form: FormType;
  readonly unit: string | undefined;
  /** May be left out (`undefined`). */
  readonly isOptional: boolean;
  readonly isNullable: boolean;
  /** Of no use unless others beside it have these values. */
  readonly onlyWith: Readonly<Record<string, string>>;
}

const cache = new WeakMap<z.core.$ZodType, FormField>();

export function formFieldOf(schema: z.core.$ZodType): FormField {
  let field = cache.get(schema);
  if (field === undefined) {
    field = readField(schema);
    cache.set(schema, field);
  }
  return field;
}

/** The fields of an object schema, `id` and `kind` left out: they are not edited like the others. */
export function formFieldsOf(schema: z.core.$ZodType): ReadonlyMap<string, FormField> {
  const { form } = formFieldOf(schema);
  return form.type === 'object' ? form.fields : new Map();
}

function readField(schema: z.core.$ZodType): FormField {
  let inner = schema;
  let isOptional = false;
  let isNullable = false;
  const metas = [metaOf(inner)];
  for (;;) {
    const { def } = (inner as z.core.$ZodTypes)._zod;
    if (def.type !== 'optional' && def.type !== 'nullable' && def.type !== 'default' && def.type !== 'prefault') break;
    isOptional ||= def.type === 'optional';
    isNullable ||= def.type === 'nullable';
    inner = def.innerType;
    metas.push(metaOf(inner));
  }
  // What is said outside counts before what is said inside.
  const meta: Meta = Object.assign({}, ...metas.toReversed());
  return { schema: schema as z.ZodType, form: readForm(inner, meta), unit: meta.unit, isOptional, isNullable, onlyWith: meta.onlyWith ?? {} };
}

type Meta = z.core.GlobalMeta;

function metaOf(schema: z.core.$ZodType): Meta {
  return (schema as z.ZodType).meta() ?? {};
}

function readForm(schema: z.core.$ZodType, meta: Meta): FormType {
  if (meta.ref !== undefined) return { type: 'reference', kinds: meta.ref };
  const { def } = (schema as z.core.$ZodTypes)._zod;
  switch (def.type) {
    case 'number':
      return readNumber(schema as z.ZodNumber, meta);
    case 'boolean':
      return { type: 'switch' };
    case 'enum':
      return { type: 'choice', values: Object.values(def.entries).map(String) };
    case 'literal':
      return { type: 'fixed', value: def.values[0] };
    case 'object':
      return { type: 'object', fields: new Map(Object.entries(def.shape).map(([name, field]) => [name, formFieldOf(field)])) };
    case 'array':
      return { type: 'list', item: formFieldOf(def.element), ...readLengths(schema) };
    case 'record':
      return { type: 'record', value: formFieldOf(def.valueType), keyKinds: meta.keyRef ?? null, keySchema: def.keyType as z.ZodType };
    case 'union':
      return readUnion(def);
    default:
      return { type: meta.widget === 'instanceType' ? 'instanceType' : 'text', isLong: meta.widget === 'text', takesNumbers: false };
  }
}

function readNumber(schema: z.ZodNumber, meta: Meta): FormType {
  const limit = (value: number | null) => (value !== null && Number.isFinite(value) && Math.abs(value) < Number.MAX_SAFE_INTEGER ? value : undefined);
  const min = limit(schema.minValue);
  const max = limit(schema.maxValue);
  return {
    type: 'number',
    ...(min !== undefined && { min }),
    ...(max !== undefined && { max }),
    isInteger: schema.isInt,
    isShare: meta.widget === 'percent',
  };
}

function readLengths(schema: z.core.$ZodType): { readonly min: number; readonly max: number } {
  let min = 0;
  let max = Infinity;
  for (const check of (schema as z.ZodType)._zod.def.checks ?? []) {
    const { def } = check._zod;
    if (def.check === 'min_length') min = (def as z.core.$ZodCheckMinLengthDef).minimum;
    if (def.check === 'max_length') max = (def as z.core.$ZodCheckMaxLengthDef).maximum;
  }
  return { min, max };
}

/** Told apart by a field they are variants; else, as `50%` or `2`, a text. */
function readUnion(def: z.core.$ZodUnionDef): FormType {
  if (!('discriminator' in def)) {
    const takesNumbers = def.options.some((option) => (option as z.core.$ZodTypes)._zod.def.type === 'number');
    return { type: 'text', isLong: false, takesNumbers };
  }
  const { discriminator } = def as z.core.$ZodDiscriminatedUnionDef;
  const variants = new Map<string, FormField>();
  for (const option of def.options) {
    for (const value of option._zod.propValues?.[discriminator] ?? []) variants.set(String(value), formFieldOf(option));
  }
  return { type: 'variants', discriminator, variants };
}
