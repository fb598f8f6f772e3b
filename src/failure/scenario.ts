import { compareBytes } from '../byteOrder';
import type { Placed } from '../cluster/cluster';
import { zoneName, zonesOf } from '../design/tree';
import type { QuorumLoss } from '../evaluation';
import { controlPlaneMachines } from '../quorum/controlPlane';
import { isFrozen, quorumAfter } from '../quorum/quorum';
import { once } from '../once';

/** What is killed at once, by name: zones as `ap-northeast-2a`, nodes as their Node, etcd machines by entity id. */
export interface Scenario {
  readonly zones: readonly string[];
  readonly nodes: readonly string[];
  /** Zones that are up, but EC2 has no capacity left in them: launches fail there. */
  readonly noCapacity?: readonly string[];
}

/** What a scenario takes away at the first moment. */
export interface Loss {
  /** What was killed, without what does not exist; in byte order. */
  readonly zones: readonly string[];
  readonly nodes: readonly string[];
  readonly deadZones: ReadonlySet<string>;
  /** Where launches fail: the dead zones, and those without capacity. */
  readonly closedZones: ReadonlySet<string>;
  /** Kubernetes nodes that are gone, workers and control plane. */
  readonly deadNodes: ReadonlySet<string>;
  /** All machines that are gone, those of etcd too; in byte order. */
  readonly deadMachines: readonly string[];
  readonly controlPlane: QuorumLoss;
  /** No quorum or no API server: Kubernetes changes nothing any more. */
  readonly frozen: boolean;
}

export function lossOf(placed: Placed, scenario: Scenario): Loss {
  const { nodes: drawnNodes, machines, names, zoneNames } = targetsOf(placed);
  const zones = known(scenario.zones, zoneNames);
  const nodes = known(scenario.nodes, names);
  const deadZones = new Set(zones);
  const isDead = ({ name, zone }: Target) => nodes.includes(name) || deadZones.has(zone);
  const deadNodes = new Set(drawnNodes.filter(isDead).map(({ name }) => name));
  const controlPlane = quorumAfter(placed.design, { zones, nodes });
  return {
    zones,
    nodes,
    deadZones,
    closedZones: new Set([...zones, ...known(scenario.noCapacity ?? [], zoneNames)]),
    deadNodes,
    deadMachines: [...new Set([...deadNodes, ...machines.filter(isDead).map(({ name }) => name)])].sort(compareBytes),
    controlPlane,
    frozen: isFrozen(controlPlane),
  };
}

interface Target {
  readonly name: string;
  /** Zone name. */
  readonly zone: string;
}

/** All that a scenario can name. */
interface Targets {
  readonly nodes: readonly Target[];
  readonly machines: readonly Target[];
  readonly names: ReadonlySet<string>;
  readonly zoneNames: ReadonlySet<string>;
}

const targetsOf = once(({ design, cluster }: Placed): Targets => {
  const nodes = cluster.nodes.map(({ name, zoneName: zone }) => ({ name, zone }));
  const machines = controlPlaneMachines(design);
  return {
    nodes,
    machines,
    names: new Set([...nodes, ...machines].map(({ name }) => name)),
    zoneNames: new Set(zonesOf(design).map((zone) => zoneName(design, zone))),
  };
});

function known(wanted: readonly string[], names: ReadonlySet<string>): readonly string[] {
  return [...new Set(wanted)].filter((name) => names.has(name)).sort(compareBytes);
}
