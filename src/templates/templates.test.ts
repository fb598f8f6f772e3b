import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseDesignText } from '../design/parse';
import { serializeDesign } from '../design/serialize';
import { templates } from './templates';

const folder = new URL('./data/', import.meta.url);

it('lists every design in the folder once', () => {
  expect(templates.map(({ id }) => `${id}.json`).sort()).toEqual(readdirSync(folder).sort());
});

describe.each(templates.map((template) => [template.id, template] as const))('%s', (id, template) => {
  const text = readFileSync(new URL(`${id}.json`, folder), 'utf8');

  it('is a design file, byte for byte as it is written', () => {
    const parsed = parseDesignText(text);
    expect(parsed).toMatchObject({ ok: true });
    if (parsed.ok) expect(serializeDesign(parsed.value)).toBe(text);
  });

  it('loads as what the file says', async () => {
    expect(await template.load()).toEqual(JSON.parse(text));
  });
});
