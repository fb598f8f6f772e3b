import { settledPlacement } from '../addons/settledPlacement';
import type { Catalog } from '../catalog/catalog';
import type { Design, Workload } from '../design/schema';
import { baselineOf, type Baseline } from '../failure/baseline';
import { requestsByEndpoint } from '../routing/liveService';

/** What the pods of a workload are asked with a number of replicas, all of them ready that have a node. */
export interface Load {
  /** In the order of their ordinals; those that wait for a node are not in it. */
  readonly pods: readonly { readonly pod: string; readonly node: string; readonly requestsPerSecond: number }[];
  readonly pending: number;
  /** Of the Services that select the pods, the worst; null where none of them gets a request. */
  readonly skew: number | null;
  readonly dropped: number;
  /** USD, of the whole design. */
  readonly crossZoneMonthly: number;
  readonly totalMonthly: number;
}

/** The design with other replicas of a workload, placed and routed by the real rules. */
export function loadWith(design: Design, catalog: Catalog, workload: Workload, replicas: number): Load {
  const entities = design.entities.map((entity) => (entity.id === workload.id ? { ...workload, replicas } : entity));
  return loadOf(baselineOf(settledPlacement({ ...design, entities }, catalog)), workload.id);
}

function loadOf({ placed, routed, services, cost }: Baseline, workload: string): Load {
  const requests = new Map<string, number>();
  for (const { live } of routed.services) {
    requestsByEndpoint(live).forEach((rate, position) => {
      const pod = live.endpoints[position]?.pod;
      if (pod !== undefined) requests.set(pod, (requests.get(pod) ?? 0) + rate);
    });
  }
  const ofWorkload = placed.cluster.pods.filter((pod) => pod.workload === workload);
  const selecting = new Set(placed.cluster.services.filter(({ workloads }) => workloads.includes(workload)).map(({ key }) => key));
  const own = services.filter(({ name }) => selecting.has(name));
  return {
    pods: ofWorkload.flatMap(({ key }) => {
      const node = placed.nodeOf.get(key);
      return node === undefined ? [] : [{ pod: key, node, requestsPerSecond: requests.get(key) ?? 0 }];
    }),
    pending: ofWorkload.filter(({ key }) => !placed.nodeOf.has(key)).length,
    skew: own.reduce<number | null>((worst, { skew }) => (skew === null ? worst : Math.max(worst ?? 0, skew)), null),
    dropped: Math.max(0, ...own.map(({ dropped }) => dropped)),
    crossZoneMonthly: cost.crossZoneMonthly,
    totalMonthly: cost.totalMonthly,
  };
}
