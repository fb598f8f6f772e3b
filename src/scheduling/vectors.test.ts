import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { ObjectList } from '../kubernetes/objects';
import { scheduleDump } from './scheduleDump';
import type { Preemption, Verdict } from './verdict';

/** Answers recorded from Kubernetes 1.34.4's own scheduler. */
interface Case {
  readonly name: string;
  readonly mode: 'explain' | 'sequence';
  readonly cluster: ObjectList;
  readonly expect: readonly RecordedVerdict[];
}

type RecordedVerdict = Omit<Verdict, 'preemption'> & { readonly preemptionOneOf?: readonly Preemption[]; readonly preemptionMessage?: string };

const cases: Case[] = gunzipSync(readFileSync(new URL('../testing/data/scheduling.ndjson.gz', import.meta.url)))
  .toString()
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Case);

describe('verdicts of the real scheduler', () => {
  test('there are 1141 of them', () => {
    expect(cases.reduce((sum, { expect: verdicts }) => sum + verdicts.length, 0)).toBe(1141);
  });

  test.each(cases)('$name', ({ cluster, mode, expect: recorded }) => {
    const result = scheduleDump(cluster, { mode, seed: null });
    const verdicts: readonly Verdict[] = result.ok ? result.value.verdicts : [];
    expect(verdicts).toHaveLength(recorded.length);
    for (const [i, verdictWithPreemption] of verdicts.entries()) {
      const { preemption, ...verdict } = verdictWithPreemption;
      const { preemptionOneOf, preemptionMessage: _, ...wanted }: Partial<RecordedVerdict> = recorded[i] ?? {};
      expect(verdict).toEqual(wanted);
      if (preemptionOneOf === undefined) expect(preemption).toBeUndefined();
      else expect(preemptionOneOf).toContainEqual(preemption);
    }
  });
});
