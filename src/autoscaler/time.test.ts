import { expect, test } from 'vitest';
import { isOlderThan, secondsOf } from './time';

test.each<[string | undefined, number | undefined]>([
  ['1970-01-01T00:00:00Z', 0],
  ['2000-02-29T00:00:00Z', 951_782_400],
  ['2026-06-01T00:00:00Z', 1_780_272_000],
  ['2026-06-01T00:00:00.123Z', 1_780_272_000],
  ['2026-06-01T09:00:00+09:00', 1_780_272_000],
  ['2026-05-31T22:30:00-01:30', 1_780_272_000],
  ['2026-06-01', undefined],
  [undefined, undefined],
])('%s', (timestamp, seconds) => {
  expect(secondsOf(timestamp)).toBe(seconds);
});

test('an age counts once it is passed, and always without a clock', () => {
  const at = '2026-06-01T00:00:00Z';
  expect([60, 61].map((age) => isOlderThan(at, 60, 1_780_272_000 + age))).toEqual([false, true]);
  expect(isOlderThan(at, 60, null)).toBe(true);
});
