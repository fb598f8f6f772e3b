import type { Placed } from '../cluster/cluster';
import { cost } from '../cost/cost';
import type { Cost, FailureRow } from '../evaluation';
import type { Language } from '../language';
import { routeAgain, type SettledState } from '../routing/routeAgain';
import type { Routed } from '../routing/routeState';
import { prepareRouting, type Routing } from '../routing/routing';
import { serviceSummaries } from '../routing/traffic';
import { capacityLeft } from './capacity';
import { runningByWorkload } from './workloads';

/** The cluster before a failure, with what every scenario needs of it: made once for a whole matrix. */
export interface Baseline {
  readonly placed: Placed;
  readonly routing: Routing;
  readonly routed: Routed;
  readonly services: FailureRow['services'];
  readonly cost: Cost;
  readonly capacity: FailureRow['capacity'];
  /** Running pods by workload (entity id). */
  readonly running: ReadonlyMap<string, number>;
}

/** `language` is that of the cost's lines. */
export function baselineOf(placed: Placed, language: Language = 'en'): Baseline {
  const { design, catalog, seed, cluster, nodeOf, objects } = placed;
  const routing = prepareRouting(design, cluster, seed);
  const routed = routeAgain(routing, routingNow(placed));
  return {
    placed,
    routing,
    routed,
    services: serviceSummaries(routed),
    cost: cost({ design, catalog, nodes: cluster.nodes, volumes: objects.persistentVolumes, hops: routed.hops }, { language }),
    capacity: capacityLeft({ nodes: cluster.nodes, pods: cluster.pods, nodeOf }),
    running: runningByWorkload({ pods: cluster.pods, nodeOf }),
  };
}

/** The cluster as routing sees it while nothing has failed. */
export function routingNow({ cluster: { nodes, pods }, nodeOf }: Pick<Placed, 'nodeOf'> & { readonly cluster: Pick<Placed['cluster'], 'nodes' | 'pods'> }): SettledState {
  return { nodes, pods, nodeOf, deadNodes: NONE, deadZones: NONE };
}

const NONE: ReadonlySet<string> = new Set();
