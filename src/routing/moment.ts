import type { ClusterNode, ClusterPod } from '../cluster/cluster';
import type { LoadBalancer } from '../design/schema';
import type { Labels } from '../kubernetes/objects';
import { matchesLabels } from '../kubernetes/selector';
import { drawnAnew } from '../scheduling/tieBreak';
import type { Endpoint } from './endpoints';
import { cpuRatios, type CpuRatios } from './hints';
import type { ProxyNode } from './kubeProxy';
import { endpointOn, liveService, type LiveService, type Standpoint } from './liveService';
import { machinesOf, type Machine } from './machines';
import type { Routing } from './routing';
import { sidecarOf } from './sidecar';

/** The cluster at one moment. Without quorum it is the one before the failure, and the dead are named. */
export interface RoutingState {
  /** Nodes that Kubernetes knows. */
  readonly nodes: readonly ClusterNode[];
  readonly pods: readonly ClusterPod[];
  /** Pod key -> node name, for the pods that Kubernetes holds to be running and ready: a map, or what is asked only once a pod. */
  readonly nodeOf: { readonly get: (key: string, pod: ClusterPod) => string | undefined };
  /** Names of nodes that do not answer. */
  readonly deadNodes: ReadonlySet<string>;
  /** Names of zones in which nothing answers: no node, client, load balancer node, mount target, NAT gateway. */
  readonly deadZones: ReadonlySet<string>;
  /** Names of zones that a zonal shift is leaving: their pods run and call, and are no endpoints. Absent: none. */
  readonly shiftedZones?: ReadonlySet<string>;
  /** Kubernetes knows that dead nodes are not Ready; hints leave them out. */
  readonly notReadyKnown?: boolean;
  /** What load balancers have not noticed yet; absent: they have noticed all. */
  readonly unnoticed?: Unnoticed;
}

/** Types of load balancer that act as if nothing had died, in the first minutes after a loss. */
export interface Unnoticed {
  /** They still send requests to dead targets. */
  readonly targets: ReadonlySet<LoadBalancer['type']>;
  /** Clients still know the addresses that DNS gave out before. */
  readonly dns: ReadonlySet<LoadBalancer['type']>;
}

/** What links need to know of the moment. */
export interface Moment {
  readonly routing: Routing;
  readonly machines: readonly Machine[];
  readonly services: readonly LiveService[];
  readonly deadZones: ReadonlySet<number>;
  readonly unnoticed: Unnoticed;
  /** Where the live pods of a workload that calls something are; by its entity id. */
  readonly callers: ReadonlyMap<string, readonly Callers[]>;
}

/** The live pods of one workload on one machine. */
export interface Callers extends Standpoint {
  readonly node: ProxyNode;
  /** Of the pods, where they have a sidecar. */
  readonly labels?: Labels;
  /** Part of all the workload's live pods. */
  readonly share: number;
}

/** What of an earlier moment of the same state still holds; Services by their number now. */
export interface KeptMoment extends Pick<Moment, 'machines' | 'callers'> {
  readonly services: readonly (LiveService | undefined)[];
}

/** Tells the draws of hints from those of the scheduler. The same endpoints get the same hints again, whatever led to them. */
const HINTS = 0x41757430;

const ALL_NOTICED: Unnoticed = { targets: new Set(), dns: new Set() };

/** `kept`: the same state, of which the Services that it has stay as they are, requests included. */
export function momentOf(routing: Routing, state: RoutingState, kept?: KeptMoment): Moment {
  const machines = kept?.machines ?? machinesOf(state.nodes, routing.zoneNumbers, (node) => state.deadNodes.has(node.name) || state.deadZones.has(node.zoneName));
  const machineNumbers = new Map(machines.map(({ name }, number) => [name, number]));
  const labelsOf = (node: string) => machines[machineNumbers.get(node) ?? -1]?.facts.proxy.labels;
  const callerCounts = new Map<string, Map<number, number>>();
  if (kept === undefined) for (const { from } of routing.links) if (from.kind === 'workload') callerCounts.set(from.id, new Map());
  const callerLabels = new Map<string, Labels>();
  const pods = routing.services.map((): { endpoints: Endpoint[]; machineOf: number[]; podLabels: (Labels | undefined)[] } => ({ endpoints: [], machineOf: [], podLabels: [] }));
  const isNew = (number: number) => kept?.services[number] === undefined;
  for (const pod of state.pods) {
    const { key, workload, object } = pod;
    if (kept !== undefined && routing.servicesOfWorkload.get(workload)?.some(isNew) !== true) continue;
    const node = state.nodeOf.get(key, pod);
    const number = node === undefined ? undefined : machineNumbers.get(node);
    const machine = number === undefined ? undefined : machines[number];
    if (number === undefined || machine === undefined) continue;
    const shifted = machine.facts.proxy.zone !== undefined && state.shiftedZones?.has(machine.facts.proxy.zone) === true;
    let endpoint: Endpoint | undefined;
    for (const service of shifted ? [] : (routing.servicesOfWorkload.get(workload) ?? [])) {
      if (!isNew(service)) continue;
      const selector = routing.services[service]?.podSelector;
      if (selector !== null && selector !== undefined && !matchesLabels(selector, object.metadata.labels)) continue;
      endpoint ??= endpointOn(key, machine.facts.proxy);
      pods[service]?.endpoints.push(endpoint);
      pods[service]?.machineOf.push(number);
      if (routing.mesh !== null) pods[service]?.podLabels.push(object.metadata.labels);
    }
    const calling = machine.dead ? undefined : callerCounts.get(workload);
    calling?.set(number, (calling.get(number) ?? 0) + 1);
    if (routing.mesh !== null && calling !== undefined && !callerLabels.has(workload)) callerLabels.set(workload, object.metadata.labels ?? {});
  }
  let ratios: CpuRatios | undefined;
  const ratiosOnce = () => (ratios ??= cpuRatios(machines.flatMap(({ facts, dead }) => (dead && state.notReadyKnown === true ? [] : (facts.ratio ?? [])))));
  return {
    routing,
    machines,
    services: pods.flatMap(({ endpoints, machineOf, podLabels }, number) => {
      const service = routing.services[number];
      if (service === undefined) return [];
      const same = kept?.services[number];
      if (same !== undefined) return same;
      const { key, rules } = service;
      const sidecar = routing.mesh === null ? null : sidecarOf(routing.mesh, { key, distribution: rules.distribution, endpoints, podLabels, labelsOf });
      return liveService(rules, endpoints, machineOf, machines, ratiosOnce, labelsOf, sidecar, drawnAnew(routing.tieBreak, HINTS + number));
    }),
    deadZones: new Set([...state.deadZones].flatMap((zone) => routing.zoneNumbers.get(zone) ?? [])),
    unnoticed: state.unnoticed ?? ALL_NOTICED,
    callers: kept?.callers ?? new Map([...callerCounts].map(([workload, counts]) => [workload, callersOf(counts, machines, callerLabels.get(workload))])),
  };
}

function callersOf(counts: ReadonlyMap<number, number>, machines: readonly Machine[], labels: Labels | undefined): Callers[] {
  let pods = 0;
  for (const count of counts.values()) pods += count;
  return [...counts].flatMap(([number, count]) => {
    const machine = machines[number];
    return machine === undefined ? [] : { zone: machine.zone, machine: number, node: machine.facts.proxy, ...(labels === undefined ? {} : { labels }), share: count / pods };
  });
}
