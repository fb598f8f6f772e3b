import type { Placed } from '../cluster/cluster';
import { placedAfter } from '../cluster/placedAfter';
import { descheduleOnce } from './descheduleOnce';
import type { Descheduling } from './report';

const NONE: ReadonlySet<string> = new Set();
/** The descheduler works at intervals for as long as the cluster lives; what has not come to rest by then never will. */
const MAX_CYCLES = 20;

/** Cycles of the descheduler until it evicts nothing more; after each, evicted pods are placed again and `scaleUp` acts. */
export function deschedule(
  placed: Placed,
  strategies: readonly string[],
  scaleUp: (placed: Placed) => Placed,
  watch?: string,
): { readonly placed: Placed; readonly descheduling: Descheduling } {
  const evicted: string[] = [];
  let now = placed;
  let cycles = 0;
  for (let next = descheduleOnce(now, strategies); next.length > 0; next = descheduleOnce(now, strategies)) {
    if (cycles === MAX_CYCLES) return { placed: now, descheduling: { evicted, cycles, isEndless: true, before: placed.nodeOf } };
    cycles++;
    evicted.push(...next);
    now = scaleUp(placedAfter(now, { deadNodes: NONE, newNodes: [], evicted: new Set(next) }, watch));
  }
  return { placed: now, descheduling: { evicted, cycles, isEndless: false, before: placed.nodeOf } };
}
