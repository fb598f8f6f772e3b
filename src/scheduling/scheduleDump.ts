import { objectsFromList } from '../kubernetes/clusterObjects';
import type { Result } from '../result';
import { ok } from '../result';
import { queueOrder } from './queueOrder';
import type { DumpProblem } from './readDump';
import { readDump } from './readDump';
import type { ScheduleOptions } from './schedule';
import { explainPod, scheduleSequence } from './schedule';
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
  /** Objects of kinds that play no part, by kind. */
  readonly ignored: ReadonlyMap<string, number>;
}

/** Explains or places the pending pods of a dump; the error names the place of a value that cannot be read. */
export function scheduleDump(list: unknown, { mode, seed }: DumpOptions): Result<DumpVerdicts, DumpProblem> {
  const read = readDump(list);
  if (!read.ok) return read;
  const { objects, ignored } = objectsFromList(read.value);
  const snapshot = createSnapshot(objects);
  const pods = queueOrder(objects.pods.filter(isPending));
  const version = objects.nodes.find(({ status }) => status?.nodeInfo?.kubeletVersion !== undefined)?.status.nodeInfo?.kubeletVersion;
  const options: ScheduleOptions = {
    tieBreak: seed === null ? { kind: 'first' } : { kind: 'seed', seed },
    detail: true,
    ...(version === undefined ? {} : { kubernetesVersion: version }),
  };
  const verdicts = mode === 'explain' ? pods.map((pod) => explainPod(snapshot, pod, options)) : scheduleSequence(snapshot, pods, options).verdicts;
  return ok({ verdicts, ignored });
}
