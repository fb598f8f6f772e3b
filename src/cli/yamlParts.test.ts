import { expect, test } from 'vitest';
import { yamlParts } from './yamlParts';

const items = (count: number, from = 0) => Array.from({ length: count }, (_, i) => `- kind: Pod\n  metadata:\n    name: p${from + i}\n`).join('');
const kinds = (text: string) => yamlParts(text).map(({ kind }) => kind);

test.each<[string, string, readonly string[]]>([
  ['one document', 'kind: Pod\nspec: {}\n', ['document']],
  ['documents', 'kind: Pod\n---\nkind: Node\n--- {kind: Service}\n', ['document', 'document', 'document']],
  ['a dash of another sort', 'a: ---\nb: |\n  ---\n---x\n', ['document']],
  ['a short list', `items:\n${items(3)}kind: List\n`, ['document']],
  ['a long list', `apiVersion: v1\nitems:\n${items(401)}kind: List\nmetadata:\n  name: x\n`, ['envelope', 'items', 'items', 'items']],
  ['a list that is not at the edge', `spec:\n  items:\n${items(401).replace(/^/gm, '  ')}`, ['document']],
])('%s', (_, text, expected) => expect(kinds(text)).toEqual(expected));

test('nothing of a list is lost or said twice', () => {
  const [envelope, ...parts] = yamlParts(`apiVersion: v1\nitems:\n${items(401)}# the end\nkind: List\n`);
  expect(envelope?.text).toBe('apiVersion: v1\nkind: List\n');
  expect(parts.map(({ text }) => text).join('')).toBe(`${items(401)}# the end\n`);
});
