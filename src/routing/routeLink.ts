import type { Client } from '../design/schema';
import type { HopKind } from '../evaluation';
import { addHop, drop, type HopTable } from './flow';
import { deliver, type LiveService, type Standpoint } from './liveService';
import type { ProxyNode } from './kubeProxy';
import type { Moment } from './moment';
import type { RoutingLink, RoutingTarget } from './routing';
import { throughLoadBalancer, type Source } from './throughLoadBalancer';

/** Callers at one place inside the cluster. */
interface InsideSource extends Standpoint {
  readonly node: ProxyNode;
  readonly requests: number;
}

/**
 * Takes a link's requests to their end, into `table` and the sums of the Service concerned. Answers which entity each
 * kind of hop goes through. A workload's pods share its requests evenly; the clients of a lost zone are lost with it.
 */
export function routeLink({ link, from, to }: RoutingLink, moment: Moment, table: HopTable): (kind: HopKind) => string {
  const sources = from.kind === 'client' ? clientSources(from, link.requestsPerSecond, moment) : podSources(from.id, link.requestsPerSecond, moment);
  switch (to.kind) {
    case 'service': {
      const service = begin(to.service, sources, moment);
      if (service === undefined) break;
      const type = moment.routing.services[to.service]?.type;
      if (from.kind === 'workload') inside(service, podPlaces(from.id, link.requestsPerSecond, moment), table);
      else if (type !== 'ClusterIP') throughNodePort(service, sources, moment, table);
      else if (from.from === 'vpc') inside(service, sources.flatMap((source) => nodePlaces(source, moment)), table);
      else unreachable(service, sources);
      break;
    }
    case 'loadBalancer': {
      const service = begin(to.service, sources, moment);
      if (service === undefined) break;
      const { entity, rules } = to.entrance;
      if (entity.scheme === 'internal' && from.kind === 'client' && from.from === 'internet') {
        unreachable(service, sources);
        break;
      }
      // A Classic Load Balancer knows instances only.
      const targetType = entity.type === 'clb' ? 'instance' : entity.targetType;
      service.sum.sourceIpPreserved &&= entity.type === 'nlb' && targetType === 'instance' && service.policy.externalLocal;
      const entrance = { rules, targetType, deadZones: moment.deadZones, internet: internetOf(moment) };
      throughLoadBalancer(entrance, service, sources, from.kind === 'client' ? 'client-lb' : 'pod-lb', table);
      break;
    }
    case 'database':
      toFirstLiving(to.zones, 'pod-database', sources, moment, table);
      break;
    case 'fileSystem':
      toMountTargets(to.zones, sources, moment, table);
      break;
    case 'internet':
      if (from.kind === 'workload') throughNat(sources, moment, table);
      break;
  }
  return (kind) => viaOf(kind, to, moment);
}

function viaOf(kind: HopKind, to: RoutingTarget, moment: Moment): string {
  switch (to.kind) {
    case 'service':
      return moment.routing.services[to.service]?.entity ?? '';
    case 'loadBalancer':
      return kind === 'node-pod' ? (moment.routing.services[to.service]?.entity ?? '') : to.entrance.entity.id;
    case 'database':
    case 'fileSystem':
      return to.id;
    case 'internet':
      return 'internet';
  }
}

/** Counts the requests in; undefined where there are none. */
function begin(number: number, sources: readonly Source[], moment: Moment): LiveService | undefined {
  const service = moment.services[number];
  const total = sources.reduce((sum, { requests }) => sum + requests, 0);
  if (service === undefined || total === 0) return undefined;
  service.sum.total += total;
  service.sum.sourceIpPreserved ??= true;
  return service;
}

function unreachable({ sum }: LiveService, sources: readonly Source[]): void {
  for (const { requests } of sources) drop(sum, requests, requests);
}

function inside(service: LiveService, places: readonly InsideSource[], table: HopTable): void {
  for (const place of places) {
    deliver(service, table, 'pod-pod', place, service.choose(place.node).internal, place.requests, place.requests);
  }
}

/** Clients that use a node port know all workers and take them evenly. */
function throughNodePort(service: LiveService, sources: readonly Source[], moment: Moment, table: HopTable): void {
  const { sum } = service;
  sum.sourceIpPreserved &&= service.policy.externalLocal;
  const workers = numbersOfWorkers(moment, null);
  if (workers.length === 0) return unreachable(service, sources);
  for (const number of workers) {
    const machine = moment.machines[number];
    if (machine === undefined) continue;
    let arrived = 0;
    let uncrossed = 0;
    for (const { place, requests } of sources) {
      const part = requests / workers.length;
      const crossed = place !== internetOf(moment) && place !== machine.zone;
      addHop(table, 'client-node', place, machine.zone, part);
      sum.transfers += part;
      if (crossed) sum.crossings += part;
      arrived += part;
      if (!crossed) uncrossed += part;
    }
    deliver(service, table, 'node-pod', { zone: machine.zone, machine: number }, service.choose(machine.facts.proxy).external, arrived, uncrossed);
  }
}

/** To the primary, which is the first zone that lives: a standby takes over from a lost one. */
function toFirstLiving(zones: readonly number[], kind: HopKind, sources: readonly Source[], moment: Moment, table: HopTable): void {
  const zone = zones.find((candidate) => !moment.deadZones.has(candidate));
  if (zone === undefined) return;
  for (const { place, requests } of sources) addHop(table, kind, place, zone, requests);
}

/** To the mount target of the caller's zone, or to the first that lives where its zone has none. */
function toMountTargets(zones: readonly number[], sources: readonly Source[], moment: Moment, table: HopTable): void {
  for (const source of sources) {
    const own = zones.includes(source.place) ? [source.place] : zones;
    toFirstLiving(own, 'pod-fileSystem', [source], moment, table);
  }
}

function throughNat(sources: readonly Source[], moment: Moment, table: HopTable): void {
  const { nat } = moment.routing.design.settings;
  if (nat === 'none') return;
  for (const { place, requests } of sources) {
    const gateway = nat === 'single' ? 0 : place;
    if (moment.deadZones.has(gateway)) continue;
    addHop(table, 'pod-nat', place, gateway, requests);
    addHop(table, 'nat-internet', gateway, internetOf(moment), requests);
  }
}

function internetOf(moment: Moment): number {
  return moment.routing.zones.length;
}

function clientSources(client: Client, requests: number, moment: Moment): Source[] {
  if (client.from === 'internet') return requests > 0 ? [{ place: internetOf(moment), requests }] : [];
  const { zones, zoneNumberOfId } = moment.routing;
  const given = Object.entries(client.weights).flatMap(([id, weight]) => {
    const place = zoneNumberOfId.get(id);
    return place === undefined ? [] : { place, weight };
  });
  const weights = given.length > 0 ? given.sort((a, b) => a.place - b.place) : zones.map((_, place) => ({ place, weight: 1 }));
  const total = weights.reduce((sum, { weight }) => sum + weight, 0);
  return weights
    .filter(({ place, weight }) => weight > 0 && !moment.deadZones.has(place))
    .map(({ place, weight }) => ({ place, requests: (requests * weight) / total }))
    .filter((source) => source.requests > 0);
}

/** A workload's live pods by machine. */
function podPlaces(workload: string, requests: number, moment: Moment): InsideSource[] {
  const counts = moment.callers.get(workload) ?? new Map<number, number>();
  let pods = 0;
  for (const count of counts.values()) pods += count;
  if (requests === 0) return [];
  return [...counts].flatMap(([number, count]) => {
    const machine = moment.machines[number];
    return machine === undefined ? [] : { zone: machine.zone, machine: number, node: machine.facts.proxy, requests: (requests * count) / pods };
  });
}

function podSources(workload: string, requests: number, moment: Moment): Source[] {
  const byZone = new Map<number, number>();
  for (const place of podPlaces(workload, requests, moment)) byZone.set(place.zone, (byZone.get(place.zone) ?? 0) + place.requests);
  return [...byZone].sort(([a], [b]) => a - b).map(([place, part]) => ({ place, requests: part }));
}

/**
 * Clients in the VPC that call a ClusterIP must run in the cluster: evenly on the workers of their zone, or, where it has
 * none, on a node of which only the zone is known.
 */
function nodePlaces({ place, requests }: Source, moment: Moment): InsideSource[] {
  const workers = numbersOfWorkers(moment, place);
  if (workers.length > 0) {
    return workers.flatMap((number) => {
      const node = moment.machines[number]?.facts.proxy;
      return node === undefined ? [] : { zone: place, machine: number, node, requests: requests / workers.length };
    });
  }
  const zone = moment.routing.zones[place];
  const labels = zone === undefined ? {} : { 'topology.kubernetes.io/zone': zone, 'topology.kubernetes.io/region': moment.routing.design.settings.region };
  return [{ zone: place, machine: null, node: { name: '', zone, labels }, requests }];
}

function numbersOfWorkers({ machines }: Moment, zone: number | null): number[] {
  return machines.flatMap((machine, number) => (machine.worker && !machine.dead && (zone === null || machine.zone === zone) ? number : []));
}
