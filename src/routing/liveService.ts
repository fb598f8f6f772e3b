import type { ServiceEntity } from '../design/schema';
import type { Labels } from '../kubernetes/objects';
import type { Endpoint } from './endpoints';
import { addHop, drop, tally, type HopTable, type Tally } from './flow';
import { addHints, type CpuRatios } from './hints';
import { drawOf, type TieBreak } from '../scheduling/tieBreak';
import { kubeProxy, type ProxyLists, type ProxyNode, type ServicePolicy } from './kubeProxy';
import type { Machine } from './machines';
import type { Destination, Sidecar } from './sidecar';
import { distributeTraffic, type TrafficDistribution } from './trafficDistribution';

/** What of a Service's design decides its routing, with the fields that its Kubernetes version does not know left out. */
export interface ServiceRules {
  readonly policy: ServicePolicy;
  readonly auto: boolean;
  readonly distribution: TrafficDistribution | null;
}

/** A Service with its endpoints at one moment, and what its requests have come to so far. */
export interface LiveService {
  readonly endpoints: readonly Endpoint[];
  /** Number of each endpoint's machine. */
  readonly machineOf: readonly number[];
  readonly machines: readonly Machine[];
  readonly events: readonly string[];
  /** How often chance decided which endpoint is hinted for which zone. */
  readonly drawn: number;
  readonly choose: (node: ProxyNode) => ProxyLists;
  /** What a client pod's sidecar does instead of kube-proxy; null without a mesh. */
  readonly sidecar: Sidecar | null;
  readonly policy: ServicePolicy;
  readonly sum: Tally;
  readonly lists: Map<readonly number[], EndpointList>;
}

/** A list of endpoints that requests are shared among, summed up. */
interface EndpointList {
  readonly size: number;
  /** Endpoints whose machine is gone. */
  readonly dead: number;
  /** Those that answer, by zone and by machine. */
  readonly byZone: ReadonlyMap<number, number>;
  readonly byMachine: ReadonlyMap<number, number>;
  /** Requests per second that came to it. */
  requests: number;
}

/** Where requests stand before they go to a pod. `machine` null: on none of the cluster's. */
export interface Standpoint {
  readonly zone: number;
  readonly machine: number | null;
}

/** From EndpointSlice rules to kube-proxy's. A Kubernetes before 1.22 has no Service policy but externalTrafficPolicy. */
export function serviceRules(service: ServiceEntity, minor: number): ServiceRules {
  const { topology } = service;
  const distribution = topology.mode === 'trafficDistribution' ? topology.trafficDistribution : null;
  return {
    policy: {
      internalLocal: minor >= 22 && service.internalTrafficPolicy === 'Local',
      externalLocal: service.externalTrafficPolicy === 'Local',
      externallyAccessible: true,
      ...(minor < 22 && topology.mode === 'topologyKeys' ? { topologyKeys: topology.topologyKeys } : {}),
    },
    auto: minor >= 27 && topology.mode === 'auto',
    // Gates ServiceTrafficDistribution and PreferSameTrafficDistribution are on by default from these versions.
    distribution: distribution !== null && minor >= (distribution === 'PreferClose' ? 31 : 34) ? distribution : null,
  };
}

/** A running and ready pod as an endpoint, without hints. */
export function endpointOn(pod: string, { name, zone }: ProxyNode): Endpoint {
  const node = name;
  return zone === undefined
    ? { pod, node, ready: true, serving: true, terminating: false }
    : { pod, zone, node, ready: true, serving: true, terminating: false };
}

/** `machineOf` has the number of each endpoint's machine. */
export function liveService(
  rules: ServiceRules,
  plain: readonly Endpoint[],
  machineOf: readonly number[],
  machines: readonly Machine[],
  ratios: () => CpuRatios,
  labelsOf: (node: string) => Labels | undefined,
  sidecar: Sidecar | null,
  tieBreak: TieBreak,
): LiveService {
  let drawn = 0;
  const { endpoints, events } = rules.auto
    ? addHints(plain, ratios(), 'IPv4', drawOf(tieBreak, () => drawn++))
    : { endpoints: rules.distribution === null ? plain : distributeTraffic(plain, rules.distribution), events: [] };
  return {
    endpoints,
    machineOf,
    machines,
    events,
    drawn,
    choose: kubeProxy(endpoints, rules.policy, labelsOf),
    sidecar,
    policy: rules.policy,
    sum: tally(),
    lists: new Map(),
  };
}

/**
 * Where a client on a node sends its requests. `labels` are those of a pod with a sidecar; without them kube-proxy decides,
 * and under internalTrafficPolicy Local it comes to the same.
 */
export function destinationsOf({ sidecar, policy, choose }: LiveService, node: ProxyNode, labels: Labels | undefined): readonly Destination[] {
  return sidecar === null || labels === undefined || policy.internalLocal ? [{ list: choose(node).internal, part: 1 }] : sidecar(node, labels);
}

/**
 * Shares requests evenly among a list of endpoints, from a node's kube-proxy or straight from a load balancer. Those for
 * an endpoint that is gone are dropped. `uncrossed` of the requests have not left their first zone yet.
 */
export function deliver(
  service: LiveService,
  table: HopTable,
  kind: 'node-pod' | 'pod-pod' | 'lb-pod',
  from: Standpoint,
  list: readonly number[],
  requests: number,
  uncrossed: number,
): void {
  const { sum } = service;
  if (list.length === 0) {
    drop(sum, requests, uncrossed);
    return;
  }
  const { size, dead, byZone, byMachine } = summed(service, list, requests);
  const here = from.machine === null ? 0 : (byMachine.get(from.machine) ?? 0);
  const each = requests / size;
  for (const [zone, count] of byZone) {
    const transferred = zone === from.zone ? count - here : count;
    addHop(table, kind, from.zone, zone, each * transferred);
    sum.transfers += each * transferred;
    if (zone !== from.zone) sum.crossings += each * count;
  }
  const stay = (byZone.get(from.zone) ?? 0) / size;
  sum.uncrossed += uncrossed * stay;
  if (dead > 0) drop(sum, each * dead, (uncrossed * dead) / size);
}

function summed(service: LiveService, list: readonly number[], requests: number): EndpointList {
  let known = service.lists.get(list);
  if (known === undefined) {
    const byZone = new Map<number, number>();
    const byMachine = new Map<number, number>();
    let dead = 0;
    for (const position of list) {
      const number = service.machineOf[position] ?? -1;
      const machine = service.machines[number];
      if (machine === undefined || machine.dead) {
        dead += 1;
        continue;
      }
      byZone.set(machine.zone, (byZone.get(machine.zone) ?? 0) + 1);
      byMachine.set(number, (byMachine.get(number) ?? 0) + 1);
    }
    known = { size: list.length, dead, byZone, byMachine, requests: 0 };
    service.lists.set(list, known);
  }
  known.requests += requests;
  return known;
}

/** Requests per second of each endpoint, in the order of `endpoints`; 0 for those that are gone. */
export function requestsByEndpoint(service: LiveService): number[] {
  const requests = service.endpoints.map(() => 0);
  for (const [list, { size, requests: shared }] of service.lists) {
    for (const position of list) {
      const gone = service.machines[service.machineOf[position] ?? -1]?.dead ?? true;
      if (!gone) requests[position] = (requests[position] ?? 0) + shared / size;
    }
  }
  return requests;
}
