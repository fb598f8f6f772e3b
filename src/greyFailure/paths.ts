import type { HopKind } from '../evaluation';
import { dnsShares, targetZones } from '../routing/loadBalancer';
import { destinationsOf, type LiveService, type Standpoint } from '../routing/liveService';
import type { Moment } from '../routing/moment';
import { callersOnNodes, entranceOf, numbersOfWorkers, sourcesOf } from '../routing/routeLink';
import type { RoutingLink, RoutingLoadBalancer } from '../routing/routing';
import { targetsOf, type Source } from '../routing/throughLoadBalancer';

/** One transfer between machines; within a machine there is none. Zones are numbers. */
export interface Leg {
  readonly kind: HopKind;
  readonly from: number;
  readonly to: number;
}

type Visit = (requests: number, legs: readonly Leg[]) => void;

/**
 * Every way that requests of a link take to a Service's pods, with its requests per second: what `routeLink` sums up, kept
 * apart, since whether a request meets a zone depends on all of its legs together. Requests that are dropped have none.
 */
export function visitPaths(link: RoutingLink, moment: Moment, visit: Visit): void {
  const { from, to } = link;
  if (to.kind !== 'service' && to.kind !== 'loadBalancer') return;
  const service = moment.services[to.service];
  if (service === undefined) return;
  const sources = sourcesOf(link, moment);
  if (to.kind === 'loadBalancer') {
    const outside = from.kind === 'client' && from.from === 'internet';
    if (!(to.entrance.entity.scheme === 'internal' && outside)) throughLoadBalancer(to.entrance, service, sources, from.kind === 'client' ? 'client-lb' : 'pod-lb', moment, visit);
    return;
  }
  if (from.kind === 'workload') {
    for (const caller of moment.callers.get(from.id) ?? []) {
      for (const { list, part } of destinationsOf(service, caller.node, caller.labels)) toPods(service, 'pod-pod', caller, list, link.link.requestsPerSecond * caller.share * part, [], visit);
    }
  } else if (moment.routing.services[to.service]?.type !== 'ClusterIP') {
    throughNodePort(service, sources, moment, visit);
  } else if (from.from === 'vpc') {
    for (const { place, requests } of sources) {
      for (const caller of callersOnNodes(place, moment)) toPods(service, 'pod-pod', caller, service.choose(caller.node).internal, requests * caller.share, [], visit);
    }
  }
}

function throughNodePort(service: LiveService, sources: readonly Source[], moment: Moment, visit: Visit): void {
  const workers = numbersOfWorkers(moment, null);
  for (const { place, requests } of sources) {
    for (const number of workers) toNode(service, number, requests / workers.length, [], 'client-node', place, visit);
  }
}

function throughLoadBalancer(balancer: RoutingLoadBalancer, service: LiveService, sources: readonly Source[], kind: 'client-lb' | 'pod-lb', moment: Moment, visit: Visit): void {
  const entrance = entranceOf(balancer, moment);
  const { rules, targetType, internet } = entrance;
  const { inDns, targets } = targetsOf(entrance, service);
  for (const { place, requests } of sources) {
    dnsShares(rules, inDns, place === internet ? null : place).forEach((share, index) => {
      const zone = inDns[index];
      if (zone === undefined || share === 0) return;
      const first: readonly Leg[] = [{ kind, from: place, to: zone }];
      const scope = targetZones(rules, zone).flatMap((other) => targets.get(other) ?? []);
      if (targetType === 'ip') toPods(service, 'lb-pod', { zone, machine: null }, scope, requests * share, first, visit);
      else for (const number of scope) toNode(service, number, (requests * share) / scope.length, first, 'lb-node', zone, visit);
    });
  }
}

function toNode(service: LiveService, number: number, requests: number, before: readonly Leg[], kind: HopKind, from: number, visit: Visit): void {
  const machine = service.machines[number];
  if (machine === undefined) return;
  const legs = [...before, { kind, from, to: machine.zone }];
  toPods(service, 'node-pod', { zone: machine.zone, machine: number }, service.choose(machine.facts.proxy).external, requests, legs, visit);
}

/** Pods of one zone are as good as one another, but for those on the machine itself. */
function toPods(service: LiveService, kind: HopKind, from: Standpoint, list: readonly number[], requests: number, before: readonly Leg[], visit: Visit): void {
  const byZone = new Map<number, number>();
  let here = 0;
  for (const position of list) {
    const number = service.machineOf[position];
    const machine = number === undefined ? undefined : service.machines[number];
    if (machine === undefined) continue;
    if (number === from.machine) here++;
    else byZone.set(machine.zone, (byZone.get(machine.zone) ?? 0) + 1);
  }
  if (here > 0) visit((requests * here) / list.length, before);
  for (const [zone, count] of byZone) visit((requests * count) / list.length, [...before, { kind, from: from.zone, to: zone }]);
}
