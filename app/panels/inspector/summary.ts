import type { Format } from '../../i18n/format';
import type { FieldTexts } from './fieldText';
import { isScalar, textOf } from './fieldView';
import type { FormField } from './formSchema';


/** What a folded object is about, in a few words: its name or key, else its first texts. */
export function summaryOf(value: unknown): string {
  if (typeof value !== 'object' || value === null) return textOf(value);
  if (Array.isArray(value)) return value.map(summaryOf).filter(Boolean).join(', ');
  const fields = value as Readonly<Record<string, unknown>>;
  const name = fields['name'] ?? fields['key'] ?? fields['topologyKey'] ?? fields['port'] ?? fields['containerPort'];
  if (textOf(name) !== '') return textOf(name);
  if (Array.isArray(fields['matchExpressions'])) return summaryOf(fields['matchExpressions']);
  return Object.values(fields)
    .filter((each) => typeof each === 'string' || typeof each === 'number')
    .slice(0, 2)
    .join(' ');
}

/** What a folded object holds, in the words of its fields: `Zone 99.97 %, Node 99.5 %`; of what may be left out, what is on. */
export function objectSummary(fields: ReadonlyMap<string, FormField>, key: string, value: unknown, texts: FieldTexts, format: Format): string {
  const held = (value ?? {}) as Readonly<Record<string, unknown>>;
  return [...fields]
    .flatMap(([name, field]) => {
      if (held[name] === undefined) return [];
      const [label] = texts.text(`${key}.${name}`);
      if (!isScalar(field)) return field.isOptional ? [label] : [];
      return [`${label} ${valueSummary(field, `${key}.${name}`, held[name], texts, format)}`];
    })
    .join(', ');
}

function valueSummary({ form, unit }: FormField, key: string, value: unknown, texts: FieldTexts, format: Format): string {
  if (form.type === 'choice') return texts.label(key, textOf(value));
  if (typeof value !== 'number') return textOf(value);
  if (form.type === 'number' && form.isShare) return format.availability(value);
  return unit === undefined ? String(value) : format.unit(value, unit, 2);
}

/** What a folded record holds: `app=web`, or with names of entities `a 2`. */
export function recordSummary(value: unknown, nameOf?: (id: string) => string): string {
  if (typeof value !== 'object' || value === null) return '';
  return Object.entries(value)
    .filter(([, each]) => typeof each !== 'object')
    .map(([key, each]) => (nameOf !== undefined ? `${nameOf(key)} ${String(each)}` : each === '' ? key : `${key}=${String(each)}`))
    .join(', ');
}
