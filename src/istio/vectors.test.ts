import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { localityCase, type LocalityAnswer } from './localityCase';

/** What Istio release-1.31 answered, and Envoy's shares computed from it. */
interface Case {
  readonly name: string;
  readonly expect: Exclude<LocalityAnswer, { rejected: string }>;
}

const cases = gunzipSync(readFileSync(new URL('../testing/data/istio.ndjson.gz', import.meta.url)))
  .toString()
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Case);

describe('Istio release-1.31', () => {
  test('the recorded cases are all there', () => expect(cases).toHaveLength(100));

  test.each(cases)('$name', ({ expect: expected, ...input }) => {
    const answer = localityCase(input);
    if (!answer.ok) throw new Error(`${answer.error.path}: ${answer.error.message}`);
    const closeTo = (share: number) => expect.closeTo(share, 6) as number;
    const { shares, unserved, ...rest } = expected.computed;
    expect(answer.value).toEqual({
      ...expected,
      computed: { ...rest, shares: Object.fromEntries(Object.entries(shares).map(([name, share]) => [name, closeTo(share)])), ...(unserved === undefined ? {} : { unserved: closeTo(unserved) }) },
    });
  });
});
