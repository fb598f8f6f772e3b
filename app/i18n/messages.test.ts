import { describe, expect, it } from 'vitest';
import { fill } from './message';
import { everyText } from './messages/everyText';
import type { TextKey } from './messages/everyText';

const { en, ko } = everyText;

function places(text: string): readonly string[] {
  return [...new Set([...text.matchAll(/\{([^{}|]+)[^{}]*\}/g)].map(([, name]) => name ?? ''))].toSorted();
}

describe('messages', () => {
  it('take the same values in both languages', () => {
    const different = (Object.keys(en) as TextKey[]).filter((key) => !places(ko[key]).every((place) => places(en[key]).includes(place)));
    expect(different).toEqual([]);
  });

  it('are not left in English, but for names', () => {
    const same = (Object.keys(en) as TextKey[]).filter((key) => en[key] === ko[key] && / [a-z]{3,} /.test(en[key]));
    expect(same).toEqual([]);
  });
});

describe('fill', () => {
  it.each([
    ['{count} {count|pod|pods}', { count: 1 }, '1 pod'],
    ['{count} {count|pod|pods}', { count: 2 }, '2 pods'],
    ['{name}{name|이|가} 있습니다', { name: '노드' }, '노드가 있습니다'],
    ['{name}{name|이|가} 있습니다', { name: '영역' }, '영역이 있습니다'],
    ['{name}{name|을|를}', { name: 'design.json' }, 'design.json을'],
    ['{name}{name|은|는}', { name: 'asg-1' }, 'asg-1은'],
    ['{name}{name|은|는}', { name: 'asg-2' }, 'asg-2는'],
    ['{missing} stays', {}, '{missing} stays'],
    ['no values from the prototype: {toString}', {}, 'no values from the prototype: {toString}'],
  ])('%s with %o', (text, values, expected) => {
    expect(fill(text, values as Readonly<Record<string, string | number>>)).toBe(expected);
  });
});
