import type { Placed } from '../cluster/cluster';
import { prepareRouting, type Routing } from '../routing/routing';
import { runningByWorkload } from './workloads';

/** The cluster before a failure, with what every scenario needs of it: made once for a whole matrix. */
export interface Baseline {
  readonly placed: Placed;
  readonly routing: Routing;
  /** Running pods by workload (entity id). */
  readonly running: ReadonlyMap<string, number>;
}

export function baselineOf(placed: Placed): Baseline {
  return {
    placed,
    routing: prepareRouting(placed.design, placed.cluster),
    running: runningByWorkload(placed.cluster.pods, placed.nodeOf),
  };
}
