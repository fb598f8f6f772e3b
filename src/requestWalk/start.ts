import type { LiveService } from '../routing/liveService';
import type { Moment } from '../routing/moment';
import { callersOnNodes, numbersOfWorkers, sourcesOf } from '../routing/routeLink';
import type { RoutingLink } from '../routing/routing';
import type { Branch, Branches } from './branches';
import { toStore } from './stores';
import type { Rule } from './stop';
import { fromCaller, fromNode, lost, toPods } from './toPods';
import { toLoadBalancer } from './throughLoadBalancer';

/** Where requests of a link begin; null where none are sent, or nothing is at its end. */
export function startOf(link: RoutingLink, moment: Moment): Branches | null {
  const { from, to } = link;
  const service = to.kind === 'service' || to.kind === 'loadBalancer' ? moment.services[to.service] : undefined;
  if (from.kind === 'workload' && to.kind === 'service') return service === undefined ? null : callingPods(from.id, service, moment);
  const sources = sourcesOf(link, moment);
  const total = sources.reduce((sum, { requests }) => sum + requests, 0);
  if (total === 0 || (to.kind === 'internet' && from.kind !== 'workload')) return null;
  const isInternet = from.kind === 'client' && from.from === 'internet';
  const rule: Rule = { id: isInternet ? 'internet' : from.kind === 'client' ? 'weights' : 'pods-evenly' };
  const options = sources.map(({ place, requests }): Branch => {
    const zone = moment.routing.zones[place] ?? null;
    return {
      id: zone ?? 'internet',
      to: from.kind === 'client' ? { kind: 'client', name: from.id, zone } : { kind: 'callers', name: from.id, node: null, zone: zone ?? '' },
      probability: requests / total,
      crossesZone: false,
      isTransfer: false,
      next: () => onwards(link, service, place, moment),
    };
  });
  return { rule, options, excluded: [] };
}

function onwards({ from, to }: RoutingLink, service: LiveService | undefined, place: number, moment: Moment): Branches {
  if (to.kind !== 'service' && to.kind !== 'loadBalancer') return toStore(to, place, moment);
  if (service === undefined) return unreachable();
  const isInternet = from.kind === 'client' && from.from === 'internet';
  if (to.kind === 'loadBalancer') return to.entrance.entity.scheme === 'internal' && isInternet ? unreachable() : toLoadBalancer(moment, service, to.entrance, place);
  if (moment.routing.services[to.service]?.type !== 'ClusterIP') return toNodePort(service, place, moment);
  return isInternet ? unreachable() : toNodesOfZone(service, place, moment);
}

function unreachable(): Branches {
  return { rule: { id: 'unreachable', why: 'not-reachable' }, options: [lost('not-reachable')], excluded: [] };
}

/** A workload's pods, by node: each asks its own node's kube-proxy, or its sidecar. */
function callingPods(workload: string, service: LiveService, moment: Moment): Branches | null {
  const callers = moment.callers.get(workload) ?? [];
  if (callers.length === 0) return null;
  return {
    rule: { id: 'pods-evenly' },
    options: callers.map((caller): Branch => ({
      id: caller.node.name,
      to: { kind: 'callers', name: workload, node: caller.node.name, zone: moment.routing.zones[caller.zone] ?? '' },
      probability: caller.share,
      crossesZone: false,
      isTransfer: false,
      next: () => fromCaller(moment, service, caller),
    })),
    excluded: [],
  };
}

/** A client that knows all workers takes them evenly. */
function toNodePort(service: LiveService, place: number, moment: Moment): Branches {
  const workers = numbersOfWorkers(moment, null);
  const internet = moment.routing.zones.length;
  const options = workers.flatMap((number): Branch[] => {
    const machine = moment.machines[number];
    if (machine === undefined) return [];
    return [
      {
        id: machine.name,
        to: { kind: 'node', name: machine.name, zone: moment.routing.zones[machine.zone] ?? '' },
        probability: 1 / workers.length,
        crossesZone: place !== internet && place !== machine.zone,
        isTransfer: true,
        next: () => fromNode(moment, service, number),
      },
    ];
  });
  return { rule: { id: 'node-port' }, options: options.length > 0 ? options : [lost('no-target')], excluded: [] };
}

/** A client in the VPC that calls a ClusterIP runs on a node of its zone. */
function toNodesOfZone(service: LiveService, place: number, moment: Moment): Branches {
  const callers = callersOnNodes(place, moment);
  const only = callers[0];
  if (only?.machine === null) return toPods(moment, service, { id: 'kube-proxy', choice: 'all' }, only, [{ list: service.choose(only.node).internal, part: 1 }]);
  return {
    rule: { id: 'nodes-evenly' },
    options: callers.map((caller): Branch => ({
      id: caller.node.name,
      to: { kind: 'node', name: caller.node.name, zone: moment.routing.zones[place] ?? '' },
      probability: caller.share,
      crossesZone: false,
      isTransfer: false,
      next: () => fromCaller(moment, service, caller),
    })),
    excluded: [],
  };
}
