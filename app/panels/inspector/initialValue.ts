import { internet } from '#engine/design/internet';
import type { Design } from '#engine/design/schema';
import type { FormField, FormType } from './formSchema';

/** Texts to begin with, tried in this order: the first that the schema takes and that is not taken. */
const texts = ['', 'default', 'key', 'cpu', 'memory', 'app', '/data', '*', '50%', '100m', '1', 'm6i.large', 'vpc-0', 'subnet-0', '0', 'a', 'b', 'c'];

/**
 * A value that a new item of a list, or a field that is switched on, begins with: valid where one can be made up.
 * `taken`: values beside it that it should differ from.
 */
export function initialValue(field: FormField, design: Design, taken: readonly unknown[] = [], name = 'item'): unknown {
  const value = initialOf(field.form, field, design, taken, name);
  if (field.schema.safeParse(value).success || field.form.type !== 'object') return value;
  // Some objects need one of their optional fields: the first that makes them whole.
  for (const [key, optional] of field.form.fields) {
    if (!optional.isOptional) continue;
    const whole = { ...(value as object), [key]: initialValue(optional, design, [], key) };
    if (field.schema.safeParse(whole).success) return whole;
  }
  return value;
}

function initialOf(form: FormType, field: FormField, design: Design, taken: readonly unknown[], name: string): unknown {
  switch (form.type) {
    case 'number':
      return Math.max(form.min ?? 0, form.isShare ? 1 : Math.min(1, form.max ?? 1));
    case 'switch':
      return false;
    case 'choice':
      return form.values.find((value) => !taken.includes(value)) ?? form.values[0];
    case 'instanceType':
      return 'm6i.large';
    case 'reference':
      return referable(design, form.kinds).find((id) => !taken.includes(id)) ?? referable(design, form.kinds)[0] ?? '';
    case 'list':
      return Array.from({ length: form.min }, () => initialValue(form.item, design, [], name));
    case 'record':
      return {};
    case 'object':
      return initialObject(form.fields, design, taken, name);
    case 'variants': {
      const first = [...form.variants.values()][0];
      return first === undefined ? {} : initialValue(first, design, taken, name);
    }
    case 'fixed':
      return form.value;
    case 'text':
      return initialText(field, taken, name);
  }
}

function initialObject(fields: ReadonlyMap<string, FormField>, design: Design, taken: readonly unknown[], name: string): Readonly<Record<string, unknown>> {
  const result: Record<string, unknown> = {};
  for (const [key, field] of fields) {
    if (field.isOptional || field.schema.safeParse(undefined).success) continue;
    const others = taken.map((item) => (item as Readonly<Record<string, unknown>> | null)?.[key]);
    result[key] = initialValue(field, design, others, key === 'name' ? name : key);
  }
  return result;
}

function initialText(field: FormField, taken: readonly unknown[], name: string): string {
  const numbered = Array.from({ length: 30 }, (_, index) => `${name.replaceAll(/[^a-z]/g, '').replace(/s$/, '') || 'item'}-${index + 1}`);
  const fits = (text: string) => !taken.includes(text) && field.schema.safeParse(text).success;
  return [...texts, ...numbered].find(fits) ?? '';
}

/** Ids of the entities that a reference to these kinds (none: any) may name, `internet` included where links may lead there. */
export function referable(design: Design, kindNames: readonly string[]): readonly string[] {
  const ids = design.entities.filter((entity) => kindNames.length === 0 || kindNames.includes(entity.kind)).map((entity) => entity.id);
  return kindNames.includes('loadBalancer') ? [...ids, internet] : ids;
}

/** A key for a new row of a record that is not there yet. */
export function initialKey(schema: FormField['schema'], taken: readonly string[]): string {
  const candidates = ['app', 'cpu', 'memory', 'ephemeral-storage', 'nvidia.com/gpu', '0', 'Name', ...Array.from({ length: 50 }, (_, index) => String(index + 1)), ...Array.from({ length: 50 }, (_, index) => `key-${index + 1}`)];
  return candidates.find((key) => !taken.includes(key) && schema.safeParse(key).success) ?? '';
}
