import type { Catalog } from '../catalog/catalog';
import type { Design, Workload } from '../design/schema';
import { entitiesOf } from '../design/tree';
import { bounded, limited, stabilized, STABILIZATION, SYNC_PERIOD, type Bounds, type Recommended } from './limits';
import { TOLERANCE } from './replicaCalculator';
import { cpuOf, observerOf, type Moment, type Observer, type PodUse } from './observe';

/** Seconds after which a new pod is ready and its use has been measured: two looks of the controller. Assumed. */
export const READY_SECONDS = 30;
/** Seconds after which the loop is given up. */
const LONGEST = 2 * 3600;

/**
 * `settled`: nothing changes any more; `at-maximum`: settled, and more would be wanted; `oscillates`: the same again and
 * again. There is no loop with `no-request` (pods without a CPU request have no utilization), `no-traffic` (no link leads
 * to the pods, so that their use is unknown) and `disabled` (no replicas).
 */
export type HpaOutcome = 'settled' | 'at-maximum' | 'oscillates' | 'no-request' | 'no-traffic' | 'disabled';

export interface HpaCourse {
  /** Entity id. */
  readonly workload: string;
  /** Percent of the request. */
  readonly target: number;
  readonly outcome: HpaOutcome;
  /** As it is drawn, each change of replicas, and last as it settles. Empty where there is no loop. */
  readonly moments: readonly Moment[];
  /** It rests though a pod is asked for more than the target allows: the mean does not show it. */
  readonly isHotPodUnseen: boolean;
  /** As it settles, by ordinal. */
  readonly pods: readonly PodUse[];
}

/** How the loop of every HorizontalPodAutoscaler settles, in the order of the design; other workloads stay as they are drawn. */
export function hpaCourses(design: Design, catalog: Catalog): readonly HpaCourse[] {
  return entitiesOf(design, 'workload').flatMap((workload) => hpaCourse(design, catalog, workload) ?? []);
}

/** Null where a workload has no autoscaler. Placement and uneven shares are those of each count of replicas. */
export function hpaCourse(design: Design, catalog: Catalog, workload: Workload): HpaCourse | null {
  const autoscaler = workload.horizontalPodAutoscaler;
  if (autoscaler === undefined || workload.type === 'DaemonSet') return null;
  const target = autoscaler.targetCpuUtilization;
  const without = (outcome: HpaOutcome): HpaCourse => ({ workload: workload.id, target, outcome, moments: [], isHotPodUnseen: false, pods: [] });
  if (workload.replicas === 0) return without('disabled');
  if (cpuOf(workload).request === 0) return without('no-request');
  const observer = observerOf(design, catalog, workload, autoscaler);
  if (observer.uses(workload.replicas).every(({ requestsPerSecond }) => requestsPerSecond === 0)) return without('no-traffic');
  const { outcome, moments, replicas } = loop(observer, workload.replicas, autoscaler);
  const most = target * (1 + TOLERANCE);
  const { utilization = null, hottest = null } = moments.at(-1) ?? {};
  const isHotPodUnseen = outcome === 'settled' && (utilization ?? 0) <= most && (hottest ?? 0) > most;
  return { workload: workload.id, target, outcome, moments, isHotPodUnseen, pods: observer.uses(replicas) };
}

interface Settled {
  readonly outcome: HpaOutcome;
  readonly moments: readonly Moment[];
  readonly replicas: number;
}

function loop({ look }: Observer, drawn: number, bounds: Bounds): Settled {
  const moments = [look(0, drawn, drawn).moment];
  // Where the controller starts from counts as a recommendation, so that nothing shrinks in the first five minutes.
  const recommendations: Recommended[] = [{ at: 0, replicas: drawn }];
  const seen = new Set<string>();
  let replicas = drawn;
  let ready = drawn;
  let isStarting = false;
  let changedAt = 0;
  for (let at = 0; at <= LONGEST; at += SYNC_PERIOD) {
    if (at >= changedAt + READY_SECONDS) ready = replicas;
    const isOutside = bounded(replicas, bounds) !== replicas;
    const { recommended } = look(at, replicas, ready);
    const next = isOutside ? bounded(replicas, bounds) : limited(stabilized({ at, replicas: recommended }, recommendations), replicas, bounds);
    if (!isOutside) recommendations.push({ at, replicas: recommended });
    if (next === replicas) {
      if (at <= changedAt + READY_SECONDS + STABILIZATION) continue;
      if (isStarting) moments.push(look(changedAt + READY_SECONDS, replicas, replicas).moment);
      return { outcome: recommended > bounds.maxReplicas ? 'at-maximum' : 'settled', moments, replicas };
    }
    ready = Math.min(ready, next);
    replicas = next;
    isStarting = ready < replicas;
    changedAt = at;
    moments.push(look(at, replicas, ready).moment);
    const state = JSON.stringify([replicas, ready, recommendations.filter((each) => each.at >= at - STABILIZATION).map((each) => [at - each.at, each.replicas])]);
    if (seen.has(state)) break;
    seen.add(state);
  }
  return { outcome: 'oscillates', moments, replicas };
}
