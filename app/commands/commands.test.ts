import { describe, expect, test } from 'vitest';
import { designOf } from '../canvas/testing';
import { adapted } from './clipboard';
import { search } from './search';
import { matches } from './shortcuts';

const event = (code: string, held: readonly ('ctrl' | 'meta' | 'shift' | 'alt')[] = []) => ({
  code,
  ctrlKey: held.includes('ctrl'),
  metaKey: held.includes('meta'),
  shiftKey: held.includes('shift'),
  altKey: held.includes('alt'),
});

test.each([
  ['X', event('KeyX'), true],
  ['X', event('KeyX', ['ctrl']), false],
  ['0', event('Digit0'), true],
  ['0', event('Numpad0'), true],
  ['?', event('Slash', ['shift']), true],
  ['?', event('Slash'), false],
  ['Mod+Z', event('KeyZ', ['ctrl']), true],
  ['Mod+Z', event('KeyZ', ['meta']), true],
  ['Mod+Z', event('KeyZ', ['meta', 'shift']), false],
  ['Mod+Shift+Z', event('KeyZ', ['ctrl', 'shift']), true],
  ['Mod+-', event('Minus', ['ctrl']), true],
  ['[', event('BracketLeft'), true],
  ['Delete', event('Delete'), true],
])('%s on %j: %s', (keys, pressed, expected) => {
  expect(matches(pressed, keys)).toBe(expected);
});

describe('pasting', () => {
  const source = designOf([
    { id: 'svc-1', kind: 'service', name: 'web' },
    { id: 'lb-1', kind: 'loadBalancer', zones: ['zone-a', 'zone-b'], service: 'svc-1' },
    { id: 'cp-1', kind: 'controlPlaneNode', zone: 'zone-b' },
  ]);
  const clip = { zonesketch: 'clip', entities: source.entities.filter((entity) => entity.kind !== 'zone'), links: [] } as const;

  test('into the same design: new ids, new names, references among the copies', () => {
    const { entities } = adapted(clip, source);
    expect(entities).toMatchObject([{ id: 'svc-2', name: 'web-2' }, { id: 'lb-2', service: 'svc-2' }, { id: 'cp-2', zone: 'zone-b' }]);
  });

  test('where the zone is not there, into the first', () => {
    const other = designOf([]);
    const onlyA = { ...other, entities: other.entities.filter((entity) => entity.id === 'zone-a') };
    expect(adapted(clip, onlyA).entities).toMatchObject([{ id: 'svc-1' }, { id: 'lb-1', zones: ['zone-a'] }, { id: 'cp-1', zone: 'zone-a' }]);
  });
});

test.each([
  ['', ['a', 'b', 'c']],
  ['zon', ['b', 'c']],
  ['zone lost', ['c']],
  ['nothing', []],
])('search for %j', (query, ids) => {
  const choices = [
    { id: 'a', label: 'Undo', run: () => undefined },
    { id: 'b', label: 'Zone', run: () => undefined },
    { id: 'c', label: 'Kill', detail: 'zone, lost', run: () => undefined },
  ];
  expect(search(choices, query).map((choice) => choice.id)).toEqual(ids);
});
