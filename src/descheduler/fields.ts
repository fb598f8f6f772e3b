import { z } from 'zod';
import { compileLabelSelector } from '../kubernetes/selector';
import type { LabelSelector } from '../kubernetes/objects';

/** The API's decoders read null as unset. */
export function optional<Schema extends z.ZodType>(schema: Schema) {
  return schema.nullish().transform((value) => value ?? undefined);
}

export function optionalList<Schema extends z.ZodType>(schema: Schema) {
  return optional(z.array(schema));
}

/** A flag that is off unless it is set. */
export const flag = z.boolean().nullish().transform((value) => value ?? false);

/** Go's `uint`. */
export const count = z.int().min(0);

const requirement = z.strictObject({ key: z.string(), operator: z.string(), values: optionalList(z.string()) });

/** A label selector of a policy: one that the API could not read makes the descheduler stop at its start. */
export const labelSelector = optional(
  z
    .strictObject({ matchLabels: optional(z.record(z.string(), z.string())), matchExpressions: optionalList(requirement) })
    // Operators are checked by compiling it.
    .transform((selector) => selector as LabelSelector)
    .refine((selector) => compileLabelSelector(selector).kind !== 'nothing', 'expected a label selector with operators In, NotIn, Exists or DoesNotExist and their values'),
);

/** Which namespaces a strategy acts in. */
export interface Namespaces {
  readonly include: readonly string[];
  readonly exclude: readonly string[];
}

export const namespaces = z
  .strictObject({ include: optionalList(z.string()), exclude: optionalList(z.string()) })
  .nullish()
  .transform((value): Namespaces => ({ include: value?.include ?? [], exclude: value?.exclude ?? [] }))
  .refine(({ include, exclude }) => include.length === 0 || exclude.length === 0, 'expected either include or exclude, not both');

/** Low- and HighNodeUtilization count every namespace and can only spare some. */
export const evictableNamespaces = namespaces.refine(({ include }) => include.length === 0, 'expected exclude only');
