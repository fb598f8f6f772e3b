import { textOf } from './fieldView';

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

/** What a folded record or object holds. */
export function recordSummary(value: unknown): string {
  if (typeof value !== 'object' || value === null) return '';
  return Object.entries(value)
    .filter(([, each]) => typeof each !== 'object')
    .map(([key, each]) => (each === '' ? key : `${key}=${String(each)}`))
    .join(', ');
}
