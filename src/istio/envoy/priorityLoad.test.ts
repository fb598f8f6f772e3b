import { expect, test } from 'vitest';
import { priorityLoads } from './priorityLoad';

/** Levels as `healthy/hosts`; loads in percent, `!` where the level panics. */
test.each<[string, number | null, string, string]>([
  ['spill to the next level', 50, '100/100 100/100', '100 0'],
  ['up to 1/1.4 healthy nothing spills', 50, '72/100 100/100', '100 0'],
  ['below it does', 50, '71/100 100/100', '99 1'],
  ['to the next but one', 0, '25/100 25/100 100/100', '35 35 30'],
  ['nothing is left of the first', 0, '0/100 100/100', '0 100'],
  ['all ill in part: scaled to 100, the rest to the first with health', 0, '0/3 1/5 1/10', '0 67 33'],
  ['enough in all levels together: no panic, however ill one is', 50, '1/10 9/10', '14 86'],
  ['not enough: only the ill level panics', 20, '1/10 3/10', '25! 75'],
  ['every level panics: by hosts', null, '1/10 2/10 0/4', '43! 41! 16!'],
  ['all ill', 50, '0/2 0/1', '67! 33!'],
  ['all ill and no panic: level 0 has nobody', 0, '0/2 0/1', '100 0'],
  ['no hosts in the first level', 0, '0/0 4/4', '0 100'],
  ['no hosts at all', 50, '0/0', '100!'],
  ['no hosts at all, no panic', 0, '0/0', '100'],
])('%s', (_, threshold, levels, expected) => {
  const hosts = levels.split(' ').map((level) => {
    const [healthy = 0, all = 0] = level.split('/').map(Number);
    return { hosts: all, healthy };
  });
  expect(priorityLoads(hosts, threshold).map(({ load, panic }) => `${load}${panic ? '!' : ''}`).join(' ')).toBe(expected);
});
