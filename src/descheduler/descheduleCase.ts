import { z } from 'zod';
import { compareBytes, inByteOrder } from '../byteOrder';
import { objectsFromList } from '../kubernetes/clusterObjects';
import type { Result } from '../result';
import { err, ok } from '../result';
import { readDeschedulerCluster } from './cluster';
import { deschedule } from './deschedule';
import { parseInstant } from './instant';
import { parsePolicy } from './policy';
import { problemOf, type CaseProblem } from '../caseProblem';
import { readDump } from './readDump';

/** What one cycle evicts. */
export interface CaseAnswer {
  /** `namespace/name`, in byte order. */
  readonly evicted: readonly string[];
  /** How many by node, of nodes that lose at least one, in byte order. */
  readonly evictedPerNode: Readonly<Record<string, number>>;
}

const shape = z.object({
  policy: z.looseObject({}, 'expected a DeschedulerPolicy of descheduler/v1alpha2'),
  cluster: z.looseObject({}, 'expected a v1.List'),
  now: z
    .string()
    .refine((text) => parseInstant(text) !== null, 'expected a time such as "2026-01-02T00:00:00Z"')
    .nullish(),
});

/** Answers `{policy, cluster}`, with `now` where the policy has minPodAge; the error names the place that cannot be read. */
export function descheduleCase(value: unknown): Result<CaseAnswer, CaseProblem> {
  const given = shape.safeParse(value);
  if (!given.success) return err(problemOf([], given.error));
  const { policy, cluster, now } = given.data;
  const list = readDump(cluster);
  if (!list.ok) return list;
  const { objects } = objectsFromList(list.value);
  const parsed = parsePolicy(policy, new Map(objects.priorityClasses.map(({ metadata, value }) => [metadata.name, value])));
  if (!parsed.ok) return parsed;
  const time = now === undefined || now === null ? null : parseInstant(now);
  if (time === null && parsed.value.profiles.some(({ evictor }) => evictor.minPodAge !== undefined)) {
    return err({ path: 'now', message: 'expected the time of the cycle, such as "2026-01-02T00:00:00Z": the policy has minPodAge' });
  }
  const evictions = deschedule(readDeschedulerCluster(objects), parsed.value, { now: time });
  const perNode: Record<string, number> = {};
  for (const { node } of evictions) perNode[node] = (perNode[node] ?? 0) + 1;
  return ok({ evicted: evictions.map(({ pod }) => pod).sort(compareBytes), evictedPerNode: inByteOrder(perNode) });
}
