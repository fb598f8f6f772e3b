import { compareBytes } from '../byteOrder';
import type { Placed } from '../cluster/cluster';
import { zoneName, zonesOf } from '../design/tree';
import type { QuorumLoss } from '../evaluation';
import { controlPlaneMachines } from '../quorum/controlPlane';
import { quorumAfter } from '../quorum/quorum';

/** What is killed at once, by name: zones as `ap-northeast-2a`, nodes as their Node, etcd machines by entity id. */
export interface Scenario {
  readonly zones: readonly string[];
  readonly nodes: readonly string[];
}

/** What a scenario takes away at the first moment. */
export interface Loss {
  /** What was killed, without what does not exist; in byte order. */
  readonly zones: readonly string[];
  readonly nodes: readonly string[];
  readonly deadZones: ReadonlySet<string>;
  /** Kubernetes nodes that are gone, workers and control plane. */
  readonly deadNodes: ReadonlySet<string>;
  /** All machines that are gone, those of etcd too; in byte order. */
  readonly deadMachines: readonly string[];
  readonly controlPlane: QuorumLoss;
  /** No quorum or no API server: Kubernetes changes nothing any more. */
  readonly frozen: boolean;
}

export function lossOf(placed: Placed, scenario: Scenario): Loss {
  const { design, cluster } = placed;
  const machines = controlPlaneMachines(design);
  const names = new Set([...cluster.nodes.map((node) => node.name), ...machines.map((machine) => machine.name)]);
  const drawn = new Set(zonesOf(design).map((zone) => zoneName(design, zone)));
  const zones = known(scenario.zones, drawn);
  const nodes = known(scenario.nodes, names);
  const deadZones = new Set(zones);
  const killed = new Set(nodes);
  const deadNodes = new Set(cluster.nodes.filter((node) => killed.has(node.name) || deadZones.has(node.zoneName)).map((node) => node.name));
  const deadControl = machines.filter((machine) => killed.has(machine.name) || deadZones.has(machine.zone)).map((machine) => machine.name);
  const controlPlane = quorumAfter(design, { zones, nodes });
  return {
    zones,
    nodes,
    deadZones,
    deadNodes,
    deadMachines: [...new Set([...deadNodes, ...deadControl])].sort(compareBytes),
    controlPlane,
    frozen: !controlPlane.keepsQuorum || controlPlane.apiServersLeft === 0,
  };
}

function known(wanted: readonly string[], names: ReadonlySet<string>): readonly string[] {
  return [...new Set(wanted)].filter((name) => names.has(name)).sort(compareBytes);
}
