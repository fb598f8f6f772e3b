import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { goSort } from './goSort';

/** What Go 1.26's `sort.Slice` makes of lists with many equal keys: the positions that the elements came from. */
const recorded = gunzipSync(readFileSync(new URL('../testing/data/go-sort.ndjson.gz', import.meta.url)))
  .toString()
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as { keys: number[]; order: number[] });

describe('equal elements end where Go leaves them', () => {
  test.each([12, 13, 20, 33, 64, 130, 300])('%i elements', (length) => {
    const lists = recorded.filter(({ keys }) => keys.length === length);
    expect(lists).toHaveLength(28);
    for (const { keys, order } of lists) {
      const sorted = goSort([...keys.entries()], ([, a], [, b]) => a < b);
      expect(sorted.map(([position]) => position)).toEqual(order);
    }
  });
});
