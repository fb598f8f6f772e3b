import { z } from 'zod';
import { parseQuantity } from '../kubernetes/quantity';

/**
 * The field types that the kinds are made of. Each carries in `.meta()` what a form needs to show it: `unit`, and
 * `ref` (the kinds that an id may name). Ranges and enumerations are read from the schema itself.
 */

declare module 'zod' {
  interface GlobalMeta {
    /** Unit shown behind the input, e.g. `GiB`. */
    unit?: string;
    /** Kinds of entity that this id may name. */
    ref?: readonly string[];
    /** The same for the keys of a record. */
    keyRef?: readonly string[];
    /** How a form shows the field where the type alone does not say. */
    widget?: 'instanceType' | 'quantity' | 'labels' | 'percent' | 'text' | 'image';
    /** The field means something only where others beside it have these values. */
    onlyWith?: Readonly<Record<string, string>>;
  }
}

/** Names of objects: RFC 1123 label, as Kubernetes validates most names (k8s.io/apimachinery validation). */
const dns1123Label = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;
const labelName = /^[A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?$/;
const dns1123Subdomain = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;

/** Stable, readable id of an entity or a link, e.g. `asg-web-a`. Kubernetes object names derive from it. */
export const id = z.string().min(1).max(52).regex(dns1123Label, 'lower-case letters, digits and hyphens, e.g. asg-web-a');

/** The id of another entity, of one of these kinds; without kinds, of any. */
export function reference(...kinds: readonly string[]) {
  return id.meta({ ref: kinds });
}

export const objectName = z.string().min(1).max(52).regex(dns1123Label, 'a Kubernetes name: lower-case letters, digits and hyphens');
export const namespace = z.string().min(1).max(63).regex(dns1123Label, 'a Kubernetes namespace name');

/** Label or taint key: optional DNS subdomain prefix, `/`, name of at most 63 characters. */
export const labelKey = z.string().max(317).refine(isLabelKey, 'a Kubernetes label key, e.g. app or example.com/team');
export const labelValue = z
  .string()
  .max(63)
  .refine((value) => value === '' || labelName.test(value), 'a Kubernetes label value: at most 63 letters, digits, - _ and .');

export const labels = z.record(labelKey, labelValue).meta({ widget: 'labels' });

function isLabelKey(key: string): boolean {
  // `__proto__` is no label, and would be a prototype on the way into an object.
  const parts = key.split('/');
  if (parts.length > 2) return false;
  const name = parts[parts.length - 1] ?? '';
  if (name.length > 63 || !labelName.test(name)) return false;
  const prefix = parts.length === 2 ? parts[0] : undefined;
  return prefix === undefined || (prefix.length <= 253 && dns1123Subdomain.test(prefix));
}

/** A Kubernetes quantity that is not negative, e.g. `250m`, `512Mi`. */
export const quantity = z
  .string()
  .max(32)
  .refine((text) => {
    const parsed = parseQuantity(text);
    return parsed.ok && !text.startsWith('-');
  }, 'a Kubernetes quantity, e.g. 250m or 512Mi')
  .meta({ widget: 'quantity' });

/** Resource name to quantity: `cpu`, `memory`, `ephemeral-storage`, or an extended resource such as `nvidia.com/gpu`. */
export const resources = z.record(labelKey, quantity);

export const instanceType = z
  .string()
  .max(32)
  .regex(/^[a-z0-9-]+\.[a-z0-9-]+$/, 'an EC2 instance type, e.g. m6i.large')
  .meta({ widget: 'instanceType' });

export const taint = z.strictObject({
  key: labelKey,
  value: labelValue.default(''),
  effect: z.enum(['NoSchedule', 'PreferNoSchedule', 'NoExecute']),
});

/** Free text that people read. Exporters must quote it: it may hold anything. */
export const text = z.string().max(4000).meta({ widget: 'text' });

export const displayName = z.string().max(200);

export function count(min: number, max: number) {
  return z.int().min(min).max(max);
}

export const gib = z.int().min(1).max(65_536).meta({ unit: 'GiB' });
export const port = z.int().min(1).max(65_535);
/** A part of a whole, 0 to 1. */
export const share = z.number().min(0).max(1).meta({ widget: 'percent' });
