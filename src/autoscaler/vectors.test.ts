import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { autoscaleCase } from './autoscaleCase';

/** Answers recorded from cluster-autoscaler 1.34.5. */
interface Case {
  readonly name: string;
  readonly expect: {
    readonly always: object;
    /** The first is the answer in natural order; the others are other orders of Go's maps. */
    readonly oneOf?: readonly object[];
  };
}

const cases: Case[] = gunzipSync(readFileSync(new URL('../testing/data/cluster-autoscaler.ndjson.gz', import.meta.url)))
  .toString()
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Case);

describe('answers of the real cluster autoscaler', () => {
  test('there are 120 of them', () => {
    expect(cases).toHaveLength(120);
  });

  test.each(cases)('$name', ({ expect: { always, oneOf = [] }, ...input }) => {
    const answer = autoscaleCase(input);
    expect(answer.ok ? rounded(answer.value.outcome) : answer).toEqual(rounded({ ...always, ...oneOf[0] }));
  });
});

/** Doubles to 12 significant digits. */
function rounded(value: unknown): unknown {
  if (typeof value === 'number') return Number(value.toPrecision(12));
  if (Array.isArray(value)) return value.map(rounded);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, rounded(member)]));
}
