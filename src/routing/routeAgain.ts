import type { Link } from '../design/schema';
import type { Hop } from '../evaluation';
import type { LiveService } from './liveService';
import { momentOf, type KeptMoment, type RoutingState } from './moment';
import { route, type Known, type Routed } from './routeState';
import type { Routing, RoutingLink } from './routing';

/** A settled state: who has noticed what plays no part any more. */
export interface SettledState extends Omit<RoutingState, 'shiftedZones' | 'notReadyKnown' | 'unnoticed'> {
  readonly nodeOf: ReadonlyMap<string, string>;
}

/** By placement, of which each has nodes and pods of its own, then by what is dead: the latest design's. */
const latest = new WeakMap<SettledState['nodeOf'], Map<string, Known>>();

/** As `routeState`: a Service is routed again only if it, or who calls it, has changed since this state was routed last. */
export function routeAgain(routing: Routing, state: SettledState): Routed {
  let ofPlacement = latest.get(state.nodeOf);
  if (ofPlacement === undefined) latest.set(state.nodeOf, (ofPlacement = new Map()));
  const dead = `${[...state.deadNodes].join()} ${[...state.deadZones].join()}`;
  const before = ofPlacement.get(dead);
  const kept = before === undefined ? undefined : keptOf(before, routing);
  const known = route(routing, momentOf(routing, state, kept), kept?.hopsOf ?? new Map());
  ofPlacement.set(dead, known);
  return known.routed;
}

/** Undefined: nothing can be kept. A mesh's rule is one for all Services. */
function keptOf({ moment, hopsOf }: Known, routing: Routing): (KeptMoment & Pick<Known, 'hopsOf'>) | undefined {
  const { routing: old, machines, callers } = moment;
  if (old.mesh !== null || routing.mesh !== null || groundOf(old) !== groundOf(routing)) return undefined;
  if (routing.links.some(({ from }) => from.kind === 'workload' && !callers.has(from.id))) return undefined;
  const numbers = new Map(old.services.map((service, number) => [service, number]));
  const before = linksByService(old);
  const now = linksByService(routing);
  const hops = new Map<Link, readonly Hop[]>();
  const services = routing.services.map((service, number): LiveService | undefined => {
    const oldNumber = numbers.get(service);
    // What hints draw follows from the number.
    if (oldNumber === undefined || (service.rules.auto && oldNumber !== number)) return undefined;
    const links = now[number] ?? [];
    const oldLinks = before[oldNumber] ?? [];
    if (links.length !== oldLinks.length || !links.every((link, i) => isSame(link, oldLinks[i]))) return undefined;
    for (const { link } of links) hops.set(link, hopsOf.get(link) ?? []);
    return moment.services[oldNumber];
  });
  return { machines, callers, services, hopsOf: hops };
}

function groundOf({ zones, zoneNumberOfId, tieBreak }: Routing): string {
  return JSON.stringify([zones, [...zoneNumberOfId.keys()], tieBreak]);
}

function linksByService({ links, services }: Routing): readonly (readonly RoutingLink[])[] {
  const lists: RoutingLink[][] = services.map(() => []);
  for (const link of links) if ('service' in link.to) lists[link.to.service]?.push(link);
  return lists;
}

function isSame({ link, from, to }: RoutingLink, other: RoutingLink | undefined): boolean {
  return other !== undefined && link === other.link && callerOf(from) === callerOf(other.from) && entranceOf(to) === entranceOf(other.to);
}

/** Of a workload only its pods matter, which are those of the state. */
function callerOf(from: RoutingLink['from']) {
  return from.kind === 'workload' ? from.kind : from;
}

function entranceOf(to: RoutingLink['to']) {
  return to.kind === 'loadBalancer' ? to.entrance.entity : to.kind;
}
