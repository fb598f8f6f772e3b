import { compareBytes } from '../byteOrder';
import type { ClusterNode } from '../cluster/cluster';
import type { Timers } from './timers';

/**
 * What the node lifecycle controller makes of a zone in which nodes are NotReady, and how fast it therefore taints them.
 * Source: kubernetes/kubernetes pkg/controller/nodelifecycle, ComputeZoneState and handleDisruption.
 */
export interface ZoneDisruption {
  /** Zone name. */
  readonly zone: string;
  readonly state: 'Normal' | 'PartialDisruption' | 'FullDisruption';
  readonly notReady: number;
  readonly nodes: number;
  /** Nodes a second that get the NoExecute taint; 0: none. */
  readonly rate: number;
}

export interface Disruption {
  /** Zones with dead nodes, by name. */
  readonly zones: readonly ZoneDisruption[];
  /** Not one node is Ready in any zone: the controller distrusts itself and evicts nothing until one is. */
  readonly everywhere: boolean;
}

export function disruptionOf(nodes: readonly ClusterNode[], deadNodes: ReadonlySet<string>, timers: Timers): Disruption {
  const counts = new Map<string, { all: number; dead: number }>();
  for (const { name, zoneName } of nodes) {
    let count = counts.get(zoneName);
    if (count === undefined) counts.set(zoneName, (count = { all: 0, dead: 0 }));
    count.all++;
    if (deadNodes.has(name)) count.dead++;
  }
  const zones = [...counts].map(([zone, { all, dead }]) => ({ zone, state: stateOf(all, dead, timers), notReady: dead, nodes: all }));
  return {
    zones: zones
      .filter(({ notReady }) => notReady > 0)
      .map((zone) => ({ ...zone, rate: rateOf(zone.state, zone.nodes, timers) }))
      .sort((a, b) => compareBytes(a.zone, b.zone)),
    everywhere: zones.length > 0 && zones.every(({ state }) => state === 'FullDisruption'),
  };
}

function stateOf(nodes: number, notReady: number, timers: Timers): ZoneDisruption['state'] {
  if (notReady > 0 && notReady === nodes) return 'FullDisruption';
  return notReady > 2 && notReady / nodes >= timers.unhealthyZoneThreshold.value ? 'PartialDisruption' : 'Normal';
}

function rateOf(state: ZoneDisruption['state'], nodes: number, timers: Timers): number {
  if (state !== 'PartialDisruption') return timers.nodeEvictionRate.value;
  return nodes > timers.largeClusterSizeThreshold.value ? timers.secondaryNodeEvictionRate.value : 0;
}
