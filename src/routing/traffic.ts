import { compareBytes } from '../byteOrder';
import type { FailureRow, Hop, ServiceTraffic, Traffic } from '../evaluation';
import type { Tally } from './flow';
import { requestsByEndpoint } from './liveService';
import type { Routed, RoutedService } from './routeState';
import { once } from '../once';

/** The full account of where requests go: what the panels and the command line show. */
export function trafficOf(routed: Routed): Traffic {
  return { services: routed.services.map((service) => trafficOnce({ ...service, zones: routed.routing.zones })), zoneMatrix: zoneMatrix(routed.hops), hops: routed.hops };
}

/** What a row of the failure matrix says of each Service. */
export function serviceSummaries(routed: Routed): FailureRow['services'] {
  return routed.services.map(summaryOf);
}

/** A routed Service may be that of a design before. */
const summaryOf = once(
  ({ service, live }: RoutedService): FailureRow['services'][number] => {
    const ready = requestsOfReady({ service, live });
    return { name: service.key, dropped: droppedShare(live.sum, ready), skew: unevenness(ready).skew };
  },
  ({ live }) => live,
);

/** Exactly 1 where nothing arrives: a sum of parts would miss it by a rounding error. */
function droppedShare({ total, dropped }: Tally, ready: readonly number[]): number {
  if (total === 0) return 0;
  return ready.every((requests) => requests === 0) ? 1 : Math.min(1, dropped / total);
}

const trafficOnce = once(serviceTraffic, ({ live }) => live);

function serviceTraffic({ service, live, zones }: RoutedService & { readonly zones: readonly string[] }): ServiceTraffic {
  const { total, crossings, uncrossed, transfers, sourceIpPreserved } = live.sum;
  const ready = requestsOfReady({ service, live });
  const part = (requests: number) => (total === 0 ? 0 : requests / total);
  const byPod = new Map<string, number>();
  const byNode = new Map<string, number>();
  const byZone = new Map<string, number>();
  requestsByEndpoint(live).forEach((requests, position) => {
    const pod = live.endpoints[position]?.pod;
    const machine = live.machines[live.machineOf[position] ?? -1];
    if (requests === 0 || pod === undefined || machine === undefined) return;
    const zone = zones[machine.zone] ?? '';
    byPod.set(pod, requests);
    byNode.set(machine.name, (byNode.get(machine.name) ?? 0) + requests);
    byZone.set(zone, (byZone.get(zone) ?? 0) + requests);
  });
  return {
    name: service.key,
    service: service.entity,
    podShares: shares(byPod, part),
    nodeShares: shares(byNode, part),
    zoneShares: shares(byZone, part),
    dropped: droppedShare(live.sum, ready),
    ...unevenness(ready),
    crossZoneShare: total === 0 ? 0 : rounded(1 - uncrossed / total),
    crossings: part(crossings),
    hops: part(transfers),
    sourceIpPreserved,
    events: live.events,
  };
}

function shares(requests: ReadonlyMap<string, number>, part: (requests: number) => number): Record<string, number> {
  return Object.fromEntries([...requests].sort(([a], [b]) => compareBytes(a, b)).map(([name, amount]) => [name, part(amount)]));
}

function requestsOfReady({ live }: RoutedService): number[] {
  return requestsByEndpoint(live).filter((_, position) => live.machines[live.machineOf[position] ?? -1]?.dead === false);
}

/** How unevenly requests fall on ready pods; null where none of them gets any. */
function unevenness(requests: readonly number[]): { skew: number | null; coefficientOfVariation: number | null } {
  const sum = requests.reduce((total, each) => total + each, 0);
  if (sum === 0) return { skew: null, coefficientOfVariation: null };
  const mean = sum / requests.length;
  const variance = requests.reduce((total, each) => total + (each - mean) ** 2, 0) / requests.length;
  return { skew: Math.max(...requests) / mean, coefficientOfVariation: Math.sqrt(variance) / mean };
}

/** Takes away what subtraction leaves of nothing. */
function rounded(share: number): number {
  return Math.abs(share) < 1e-12 ? 0 : share;
}

function zoneMatrix(hops: readonly Hop[]): Traffic['zoneMatrix'] {
  const cells = new Map<string, { from: string; to: string; bytesPerSecond: number }>();
  const add = (from: string, to: string, bytesPerSecond: number) => {
    const key = `${from} ${to}`;
    const cell = cells.get(key);
    if (cell === undefined) cells.set(key, { from, to, bytesPerSecond });
    else cell.bytesPerSecond += bytesPerSecond;
  };
  for (const { from, to, requestsPerSecond, requestBytes, responseBytes } of hops) {
    add(from, to, requestsPerSecond * requestBytes);
    add(to, from, requestsPerSecond * responseBytes);
  }
  return [...cells.values()].sort((a, b) => compareBytes(a.from, b.from) || compareBytes(a.to, b.to));
}
