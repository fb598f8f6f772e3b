import type { ClusterNode, ClusterPod } from '../cluster/cluster';
import { cpuRatios, type CpuRatios } from './hints';
import { liveService, type LiveService } from './liveService';
import { machinesOf, type Machine } from './machines';
import type { Routing } from './routing';

/** The cluster at one moment. Without quorum it is the one before the failure, and the dead are named. */
export interface RoutingState {
  /** Nodes that Kubernetes knows. */
  readonly nodes: readonly ClusterNode[];
  readonly pods: readonly ClusterPod[];
  /** Pod key -> node name, for the pods that Kubernetes holds to be running and ready. */
  readonly nodeOf: ReadonlyMap<string, string>;
  /** Names of nodes that do not answer. */
  readonly deadNodes: ReadonlySet<string>;
  /** Names of zones in which nothing answers: no node, client, load balancer node, mount target, NAT gateway. */
  readonly deadZones: ReadonlySet<string>;
}

/** What links need to know of the moment. */
export interface Moment {
  readonly routing: Routing;
  readonly machines: readonly Machine[];
  readonly services: readonly LiveService[];
  readonly deadZones: ReadonlySet<number>;
  /** Live pods of a workload that calls something, by number of their machine; by entity id. */
  readonly callers: ReadonlyMap<string, ReadonlyMap<number, number>>;
}

export function momentOf(routing: Routing, state: RoutingState): Moment {
  const machines = machinesOf(state.nodes, routing.zoneNumbers, (node) => state.deadNodes.has(node.name) || state.deadZones.has(node.zoneName));
  const machineNumbers = new Map(machines.map(({ name }, number) => [name, number]));
  const labelsOf = (node: string) => machines[machineNumbers.get(node) ?? -1]?.facts.proxy.labels;
  const callers = new Map<string, Map<number, number>>();
  for (const { from } of routing.links) if (from.kind === 'workload') callers.set(from.id, new Map());
  const pods = routing.services.map((): { key: string; machine: number }[] => []);
  for (const { key, workload } of state.pods) {
    const node = state.nodeOf.get(key);
    const machine = node === undefined ? undefined : machineNumbers.get(node);
    if (machine === undefined) continue;
    for (const service of routing.servicesOfWorkload.get(workload) ?? []) pods[service]?.push({ key, machine });
    const calling = machines[machine]?.dead === false ? callers.get(workload) : undefined;
    calling?.set(machine, (calling.get(machine) ?? 0) + 1);
  }
  let ratios: CpuRatios | undefined;
  const ratiosOnce = () => (ratios ??= cpuRatios(machines.flatMap(({ facts }) => facts.ratio ?? [])));
  return {
    routing,
    machines,
    services: routing.services.map(({ rules }, number) => liveService(rules, pods[number] ?? [], machines, ratiosOnce, labelsOf)),
    deadZones: new Set([...state.deadZones].flatMap((zone) => routing.zoneNumbers.get(zone) ?? [])),
    callers,
  };
}
