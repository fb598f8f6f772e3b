import type { Catalog } from '../catalog/catalog';
import type { Design, Workload } from '../design/schema';
import { quantityMilliValue } from '../kubernetes/quantity';
import { loadWith, type Load } from './load';
import { recommendedReplicas } from './replicaCalculator';

/** What a workload is like at a time, with its replicas. */
export interface Moment {
  /** Seconds since the loop began. */
  readonly at: number;
  readonly replicas: number;
  /** Of them Pending or not ready yet. */
  readonly unready: number;
  /** What the controller sees: the mean in whole percent of the request; null where no pod is ready. */
  readonly utilization: number | null;
  /** Percent of the request that requests ask of the busiest and of the idlest pod. */
  readonly hottest: number | null;
  readonly coldest: number | null;
  /** Pods that are asked for more than their CPU limit. */
  readonly throttled: number;
  readonly skew: number | null;
  readonly dropped: number;
  readonly crossZoneMonthly: number;
  readonly totalMonthly: number;
}

export interface PodUse {
  readonly pod: string;
  readonly node: string;
  readonly requestsPerSecond: number;
  /** Percent of the request. */
  readonly utilization: number;
}

export interface Observer {
  /** With so many replicas, of which so many are ready, and what the controller makes of it. */
  readonly look: (at: number, replicas: number, ready: number) => { readonly moment: Moment; readonly recommended: number };
  readonly uses: (replicas: number) => readonly PodUse[];
}

/** Looks at a workload whose pods request `request` millicores; each count of replicas is placed and routed once. */
export function observerOf(design: Design, catalog: Catalog, workload: Workload, { targetCpuUtilization: target, cpuPerRequest }: NonNullable<Workload['horizontalPodAutoscaler']>): Observer {
  const { request, limit } = cpuOf(workload);
  const known = new Map<number, Load>();
  const loadAt = (replicas: number): Load => {
    let load = known.get(replicas);
    if (load === undefined) known.set(replicas, (load = loadWith(design, catalog, workload, replicas)));
    return load;
  };
  // Requests per second x milliseconds of CPU time = millicores.
  const uses = (replicas: number) => loadAt(replicas).pods.map((pod) => ({ ...pod, utilization: (pod.requestsPerSecond * cpuPerRequest * 100) / request }));
  return {
    uses,
    look: (at, replicas, ready) => {
      const { pending, skew, dropped, crossZoneMonthly, totalMonthly } = loadAt(ready);
      const percents = uses(ready).map(({ utilization }) => utilization);
      const asked = percents.map((percent) => (percent * request) / 100);
      const unready = replicas - ready + pending;
      const { replicas: recommended, utilization } = recommendedReplicas({ usage: asked.map((each) => Math.min(each, limit)), unready, request, target, replicas });
      return {
        recommended,
        moment: {
          at,
          replicas,
          unready,
          utilization,
          hottest: percents.length === 0 ? null : Math.max(...percents),
          coldest: percents.length === 0 ? null : Math.min(...percents),
          throttled: asked.filter((each) => each > limit).length,
          skew,
          dropped,
          crossZoneMonthly,
          totalMonthly,
        },
      };
    },
  };
}

/** CPU of one pod in millicores: no request where one of its containers has none, nor a limit. */
export function cpuOf({ containers, initContainers }: Workload): { readonly request: number; readonly limit: number } {
  const running = [...containers, ...initContainers.filter(({ sidecar }) => sidecar)];
  // The API server fills requests from limits.
  const requests = running.map(({ requests: { cpu: own }, limits: { cpu: most } }) => quantityMilliValue(own ?? most));
  const limits = running.map(({ limits: { cpu } }) => (cpu === undefined ? Number.POSITIVE_INFINITY : quantityMilliValue(cpu)));
  return { request: requests.includes(0) ? 0 : sum(requests), limit: sum(limits) };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
