import type { Client } from '../design/schema';
import type { HopKind } from '../evaluation';
import { addHop, drop, type HopTable } from './flow';
import { deliver, destinationsOf, type LiveService } from './liveService';
import { targetTypeOf } from './loadBalancer';
import type { Callers, Moment } from './moment';
import type { RoutingLink, RoutingLoadBalancer, RoutingTarget } from './routing';
import { throughLoadBalancer, type Entrance, type Source } from './throughLoadBalancer';

/**
 * Takes a link's requests to their end, into `table` and the sums of the Service concerned. Answers which entity each
 * kind of hop goes through. A workload's pods share its requests evenly; the clients of a lost zone are lost with it.
 */
export function routeLink({ link, from, to }: RoutingLink, moment: Moment, table: HopTable): (kind: HopKind) => string {
  const sources = sourcesOf({ link, from }, moment);
  switch (to.kind) {
    case 'service': {
      const service = begin(to.service, sources, moment);
      if (service === undefined) break;
      const type = moment.routing.services[to.service]?.type;
      if (from.kind === 'workload') inside(service, moment.callers.get(from.id) ?? [], link.requestsPerSecond, table);
      else if (type !== 'ClusterIP') throughNodePort(service, sources, moment, table);
      else if (from.from === 'vpc') for (const { place, requests } of sources) inside(service, callersOnNodes(place, moment), requests, table);
      else unreachable(service, sources);
      break;
    }
    case 'loadBalancer': {
      const service = begin(to.service, sources, moment);
      if (service === undefined) break;
      const { entity } = to.entrance;
      if (entity.scheme === 'internal' && from.kind === 'client' && from.from === 'internet') {
        unreachable(service, sources);
        break;
      }
      const entrance = entranceOf(to.entrance, moment);
      service.sum.sourceIpPreserved &&= entity.type === 'nlb' && entrance.targetType === 'instance' && service.policy.externalLocal;
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

/** A load balancer as it is at a moment. */
export function entranceOf({ entity, rules }: RoutingLoadBalancer, moment: Moment): Entrance {
  const { deadZones, unnoticed } = moment;
  return {
    rules,
    targetType: targetTypeOf(entity),
    deadZones,
    internet: internetOf(moment),
    targetsUnchecked: unnoticed.targets.has(entity.type),
    dnsUnchanged: unnoticed.dns.has(entity.type),
  };
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

function inside(service: LiveService, callers: readonly Callers[], total: number, table: HopTable): void {
  for (const caller of callers) {
    const requests = total * caller.share;
    for (const { list, part } of destinationsOf(service, caller.node, caller.labels)) deliver(service, table, 'pod-pod', caller, list, requests * part, requests * part);
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

/** Where a link's requests come from. */
export function sourcesOf({ link, from }: Pick<RoutingLink, 'link' | 'from'>, moment: Moment): readonly Source[] {
  return from.kind === 'client' ? clientSources(from, link.requestsPerSecond, moment) : podSources(from.id, link.requestsPerSecond, moment);
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

/** A workload's requests by zone of its live pods. */
function podSources(workload: string, requests: number, moment: Moment): Source[] {
  const byZone = new Map<number, number>();
  for (const { zone, share } of moment.callers.get(workload) ?? []) byZone.set(zone, (byZone.get(zone) ?? 0) + requests * share);
  return [...byZone].sort(([a], [b]) => a - b).map(([place, part]) => ({ place, requests: part }));
}

/**
 * Clients in the VPC that call a ClusterIP must run in the cluster: evenly on the workers of their zone, or, where it has
 * none, on a node of which only the zone is known.
 */
export function callersOnNodes(zone: number, moment: Moment): Callers[] {
  const workers = numbersOfWorkers(moment, zone);
  if (workers.length > 0) {
    return workers.flatMap((machine) => {
      const node = moment.machines[machine]?.facts.proxy;
      return node === undefined ? [] : { zone, machine, node, share: 1 / workers.length };
    });
  }
  const name = moment.routing.zones[zone];
  const labels = name === undefined ? {} : { 'topology.kubernetes.io/zone': name, 'topology.kubernetes.io/region': moment.routing.design.settings.region };
  return [{ zone, machine: null, node: { name: '', zone: name, labels }, share: 1 }];
}

/** `zone` null: of all zones. */
export function numbersOfWorkers({ machines }: Moment, zone: number | null): number[] {
  return machines.flatMap((machine, number) => (machine.worker && !machine.dead && (zone === null || machine.zone === zone) ? number : []));
}
