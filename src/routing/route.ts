import type { Placed } from '../cluster/cluster';
import type { Traffic } from '../evaluation';
import { routeState } from './routeState';
import { prepareRouting } from './routing';
import { trafficOf } from './traffic';

const NONE: ReadonlySet<string> = new Set();

/** The traffic of a placed design while nothing has failed. */
export function route(placed: Placed): Traffic {
  const { design, cluster, nodeOf } = placed;
  const state = { nodes: cluster.nodes, pods: cluster.pods, nodeOf, deadNodes: NONE, deadZones: NONE };
  return trafficOf(routeState(prepareRouting(design, cluster), state));
}
