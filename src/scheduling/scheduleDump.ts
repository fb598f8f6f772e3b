import { objectsFromList } from '../kubernetes/clusterObjects';
import type { Result } from '../result';
import { ok } from '../result';
import { queueOrder } from './queueOrder';
import type { DumpProblem } from './readDump';
import { readDump } from './readDump';
import type { ScheduleOptions } from './schedule';
import { scheduleEach, scheduleSequence } from './schedule';
import { createSnapshot, isPending } from './snapshot';
import type { Verdict } from './verdict';

export interface DumpOptions {
  /** `explain`: each pending pod by itself; `sequence`: one after the other, each placed before the next is tried. */
  readonly mode: 'explain' | 'sequence';
  /** Null: the first of the best nodes by name. */
  readonly seed: number | null;
}

export interface DumpVerdicts {
  /** One a pending pod, in queue order. */
  readonly verdicts: readonly Verdict[];
  /** Whether verdicts have `nodes` and `bestNodes`; not where that would be more than `MOST_ROWS`. */
  readonly hasTables: boolean;
  /** Objects of kinds that play no part, by kind. */
  readonly ignored: ReadonlyMap<string, number>;
}

/** Pending pods times nodes: a row is about 200 bytes of text, and nobody reads a million of them. */
export const MOST_ROWS = 1_000_000;

/** Explains or places the pending pods of a dump; the error names the place of a value that cannot be read. */
export function scheduleDump(list: unknown, { mode, seed }: DumpOptions): Result<DumpVerdicts, DumpProblem> {
  const read = readDump(list);
  if (!read.ok) return read;
  const { objects, ignored } = objectsFromList(read.value);
  const snapshot = createSnapshot(objects);
  const pods = queueOrder(objects.pods.filter(isPending));
  const version = objects.nodes.find(({ status }) => status?.nodeInfo?.kubeletVersion !== undefined)?.status.nodeInfo?.kubeletVersion;
  const hasTables = pods.length * snapshot.nodeCount <= MOST_ROWS;
  const options: ScheduleOptions = {
    tieBreak: seed === null ? { kind: 'first' } : { kind: 'seed', seed },
    detail: hasTables,
    ...(version === undefined ? {} : { kubernetesVersion: version }),
  };
  const verdicts = mode === 'explain' ? scheduleEach(snapshot, pods, options) : scheduleSequence(snapshot, pods, options).verdicts;
  return ok({ verdicts, hasTables, ignored });
}
