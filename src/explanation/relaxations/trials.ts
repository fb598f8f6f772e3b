import { settledPlacement } from '../../addons/settledPlacement';
import type { Catalog } from '../../catalog/catalog';
import type { Placed } from '../../cluster/cluster';
import type { Design } from '../../design/schema';
import { lossOf } from '../../failure/scenario';
import { settle } from '../../failure/settle';
import type { ExplainOptions } from '../explainPlacement';

/** At most so many placements for one pod; of large designs as many as place so many pods in all. */
const MOST_TRIALS = 150;
const MOST_PODS = 300_000;
const LEAST_TRIALS = 6;

/** A design tried out: where the pod runs once a loss, if there is one, has settled. */
export interface Trial {
  /** Before the loss. */
  readonly placed: Placed;
  readonly node: string | undefined;
  /** Pods that are Pending: without the change, with it, and those of the first that run now. */
  readonly pending: { readonly before: number; readonly after: number };
  readonly resolved: number;
  /** The pod runs, and nothing that ran waits. */
  readonly isProof: boolean;
}

export interface Trials {
  /** The design as it is. */
  readonly placed: Placed;
  /** Null once the allowance is used up. */
  readonly run: (design: Design) => Trial | null;
  /** Nothing was refused for want of allowance. */
  readonly isComplete: () => boolean;
}

/** Tries designs out for a pod, with a bound on the work. */
export function trialsOf(design: Design, catalog: Catalog, podKey: string, { seed, loss = null }: ExplainOptions): Trials {
  const placeWatched = (of: Design) => settledPlacement(of, catalog, { watch: podKey, ...(seed === undefined ? {} : { seed }) });
  const stateOf = (placed: Placed) => (loss === null ? placed : settle(placed, lossOf(placed, loss)));
  const placed = placeWatched(design);
  const before = stateOf(placed);
  let left = Math.min(MOST_TRIALS, Math.max(LEAST_TRIALS, Math.floor(MOST_PODS / Math.max(1, placed.cluster.pods.length))));
  let isComplete = true;
  return {
    placed,
    run: (of) => {
      if (left === 0) {
        isComplete = false;
        return null;
      }
      left -= 1;
      const tried = placeWatched(of);
      const after = stateOf(tried);
      const node = after.nodeOf.get(podKey);
      return {
        placed: tried,
        node,
        pending: { before: before.pending.length, after: after.pending.length },
        resolved: before.pending.filter(({ pod }) => after.nodeOf.has(pod)).length,
        isProof: node !== undefined && !after.pending.some(({ pod }) => before.nodeOf.has(pod)),
      };
    },
    isComplete: () => isComplete,
  };
}
