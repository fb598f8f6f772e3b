import type { Hop } from '../evaluation';
import { hopRates, hopTable } from './flow';
import type { LiveService } from './liveService';
import { momentOf, type RoutingState } from './moment';
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
  const moment = momentOf(routing, state);
  const { zones } = routing;
  const placeName = (place: number) => zones[place] ?? 'internet';
  const hops = routing.links.flatMap((routed): Hop[] => {
    const table = hopTable(zones.length + 1);
    const { link } = routed;
    const via = routeLink(routed, moment, table);
    return hopRates(table).map(({ kind, from, to, rate }) => ({
      link: link.id,
      kind,
      from: placeName(from),
      to: placeName(to),
      requestsPerSecond: rate,
      requestBytes: link.requestBytes,
      responseBytes: link.responseBytes,
      via: via(kind),
    }));
  });
  const services = moment.services.flatMap((live, number): RoutedService[] => {
    const service = routing.services[number];
    return service === undefined ? [] : [{ service, live }];
  });
  return { routing, services, hops, drawn: services.reduce((sum, { live }) => sum + live.drawn, 0) };
}
