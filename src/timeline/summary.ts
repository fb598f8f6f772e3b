import type { TimelineSummary } from '../evaluation';
import { earliest, never, type Seconds } from '../units';
import type { Course } from './course';
import type { RequestErrors } from './requestErrors';

/** The figures of a timeline that a row of the failure matrix shows. */
export function summaryOf(course: Course, errors: RequestErrors): TimelineSummary {
  const { passages, noticedAt, settledAt } = course;
  let first = never;
  let last: Seconds | null = null;
  let running: Seconds | null = null;
  for (const { reason, deletedAt, goneAt, readyAt } of passages) {
    if (readyAt < never && (running === null || readyAt > running)) running = readyAt;
    const at = earliest(deletedAt, goneAt);
    if (reason !== 'lost' || at === never) continue;
    first = earliest(first, at);
    if (last === null || at > last) last = at;
  }
  return {
    endpointsRemoved: orNull(noticedAt),
    firstPodEvicted: orNull(first),
    lastPodEvicted: last,
    lastPodRunning: running,
    errorsSteady: errors.steadyAt,
    settled: settledAt,
    requestErrors: Math.round(errors.requests),
  };
}

function orNull(at: Seconds): Seconds | null {
  return at === never ? null : at;
}
