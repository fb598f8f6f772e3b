import type { Link } from '../design/schema';
import type { Hop } from '../evaluation';
import { hopRates, hopTable } from './flow';
import type { LiveService } from './liveService';
import { momentOf, type Moment, type RoutingState } from './moment';
import { routeLink } from './routeLink';
import type { Routing, RoutingService } from './routing';

/** Where the requests of a moment go. `traffic.ts` makes the full account of it. */
export interface Routed {
  readonly routing: Routing;
  readonly services: readonly RoutedService[];
  /** By link id, kind and places. */
  readonly hops: readonly Hop[];
  /** How often chance decided about topology hints. */
  readonly drawn: number;
}

export interface RoutedService {
  readonly service: RoutingService;
  readonly live: LiveService;
}

/** Routes every link at one moment: exact shares, no sampling. Work grows with nodes and pods, not with their product. */
export function routeState(routing: Routing, state: RoutingState): Routed {
  return route(routing, momentOf(routing, state), new Map()).routed;
}

/** A routed moment with what another design's takes from it. */
export interface Known {
  readonly routed: Routed;
  readonly moment: Moment;
  readonly hopsOf: ReadonlyMap<Link, readonly Hop[]>;
}

/** `hopsOf`: of the links whose requests the moment counts already. */
export function route(routing: Routing, moment: Moment, hopsOf: ReadonlyMap<Link, readonly Hop[]>): Known {
  const { zones } = routing;
  const placeName = (place: number) => zones[place] ?? 'internet';
  const all = new Map<Link, readonly Hop[]>();
  for (const routed of routing.links) {
    const { link } = routed;
    let hops = hopsOf.get(link);
    if (hops === undefined) {
      const table = hopTable(zones.length + 1);
      const via = routeLink(routed, moment, table);
      hops = hopRates(table).map(({ kind, from, to, rate }) => ({
        link: link.id,
        kind,
        from: placeName(from),
        to: placeName(to),
        requestsPerSecond: rate,
        requestBytes: link.requestBytes,
        responseBytes: link.responseBytes,
        via: via(kind),
      }));
    }
    all.set(link, hops);
  }
  const services = moment.services.flatMap((live, number): RoutedService[] => {
    const service = routing.services[number];
    return service === undefined ? [] : [{ service, live }];
  });
  const drawn = services.reduce((sum, { live }) => sum + live.drawn, 0);
  return { routed: { routing, services, hops: [...all.values()].flat(), drawn }, moment, hopsOf: all };
}
