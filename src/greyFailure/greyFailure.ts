import type { Placed } from '../cluster/cluster';
import { entitiesOf } from '../design/tree';
import type { HopKind } from '../evaluation';
import { HOP_KINDS } from '../routing/flow';
import { momentOf, type Moment } from '../routing/moment';
import { entranceOf } from '../routing/routeLink';
import { prepareRouting } from '../routing/routing';
import { targetsOf } from '../routing/throughLoadBalancer';
import { HEALTH_CHECKS, leaseCheck, OUTLIER_DETECTION, READINESS, REQUEST_TIMEOUT_SECONDS, type Check } from './assumptions';
import { visitPaths, type Leg } from './paths';
import { detection, exchangeFails, roundTripFails, SYN, trialsUntilRun, type Detection } from './runs';

/**
 * A grey failure: a zone that is not dead, but loses packets or has become slow on the way into it, out of it and within
 * it. Says what requests notice of it, what the checks of load balancers, kubelets and Istio notice, and what they do not.
 * Nothing is drawn: every figure is an expectation. The cluster is taken as it is before anything reacts.
 */
export interface GreyFailure {
  readonly trouble: GreyTrouble;
  readonly services: readonly ServiceTrouble[];
  /** Databases and file systems: share of a link's requests that meet the zone. */
  readonly stores: readonly { readonly link: string; readonly to: string; readonly touching: number; readonly failing: number; readonly delayed: number }[];
  /** What may notice, the one that reacts first first. */
  readonly observers: readonly Observer[];
  /** Istio's outlier detection, by Service; empty where it is off. */
  readonly outlierDetection: readonly OutlierDetection[];
}

export interface GreyTrouble {
  /** Zone name. */
  readonly zone: string;
  /** Share of packets lost, each way: 0 to 1. */
  readonly loss: number;
  /** What a round trip takes longer, in milliseconds. */
  readonly latencyMs: number;
  /** How long clients wait for an answer, in seconds. 5 where absent: assumed. */
  readonly requestTimeoutSeconds?: number;
}

/** Shares of a Service's requests that reach a pod. */
export interface ServiceTrouble {
  /** `namespace/name` */
  readonly name: string;
  /** With at least one transfer into, out of or within the zone. */
  readonly touching: number;
  /** Not answered in time. */
  readonly failing: number;
  /** Answered, after at least one packet had to be sent again (which takes a second at first). */
  readonly delayed: number;
  /** Latency added to a mean request, without packets sent again. */
  readonly addedLatencyMs: number;
  /** Mean transfers a request that meet the zone, by kind. */
  readonly hops: readonly { readonly kind: HopKind; readonly touching: number }[];
}

export interface Observer extends Detection {
  readonly kind: 'load-balancer' | 'readiness-probe' | 'node-lease';
  /** Entity id of the load balancer; null for what is the same everywhere. */
  readonly id: string | null;
  /** Targets, pods or nodes in the zone that it watches. */
  readonly watched: number;
  /** Whether what it sends meets the zone's network at all: a kubelet asks its own node. */
  readonly crosses: boolean;
  /** Where it does not: what it would see if the probe itself asked something over the network. */
  readonly ifItCrossed: Detection | null;
  readonly check: Check;
  readonly notices: Notice;
}

/** How soon: within 5 minutes, within a day, later, or never. */
export type Notice = 'soon' | 'sometimes' | 'hardly' | 'never';

export interface OutlierDetection {
  /** `namespace/name` */
  readonly name: string;
  readonly endpoints: number;
  readonly inZone: number;
  /** Endpoints that may be ejected at once: 10 % of all, rounded down, so that below 10 endpoints it is none. */
  readonly ejectable: number;
  /** That one request to an endpoint of the zone fails. */
  readonly perRequest: number;
  /** Expected requests of one proxy to one endpoint until it has failed 5 in a row; null: never. */
  readonly requestsUntilEjected: number | null;
  /** First time; each further time it is a multiple of it. */
  readonly secondsOut: number;
  readonly notices: 'ejects' | 'too-few-endpoints' | 'never';
}

/** A zone that does not exist troubles nothing. */
export function greyFailure(placed: Placed, trouble: GreyTrouble): GreyFailure {
  const { design, seed, cluster, nodeOf } = placed;
  const routing = prepareRouting(design, cluster, seed);
  const none: ReadonlySet<string> = new Set();
  const moment = momentOf(routing, { nodes: cluster.nodes, pods: cluster.pods, nodeOf, deadNodes: none, deadZones: none });
  const zone = routing.zoneNumbers.get(trouble.zone) ?? -1;
  const latency = trouble.latencyMs / 1000;
  const fails = exchangeFails(trouble.loss, latency, trouble.requestTimeoutSeconds ?? REQUEST_TIMEOUT_SECONDS, SYN);
  const again = roundTripFails(trouble.loss);
  return {
    trouble,
    services: servicesIn(moment, zone, fails, again, trouble.latencyMs),
    stores: storesIn(moment, zone, fails, again),
    observers: observersOf(placed, moment, zone, trouble),
    outlierDetection: design.settings.addons.istio?.outlierDetection === true ? outliers(moment, zone, fails) : [],
  };
}

function servicesIn(moment: Moment, zone: number, fails: number, again: number, latencyMs: number): readonly ServiceTrouble[] {
  const meets = ({ from, to }: Leg) => from === zone || to === zone;
  const sums = moment.routing.services.map(() => ({ total: 0, touching: 0, failing: 0, delayed: 0, meetings: 0, byKind: new Map<HopKind, number>() }));
  for (const link of moment.routing.links) {
    const sum = link.to.kind === 'service' || link.to.kind === 'loadBalancer' ? sums[link.to.service] : undefined;
    if (sum === undefined) continue;
    visitPaths(link, moment, (requests, legs) => {
      const met = legs.filter(meets);
      const failing = 1 - (1 - fails) ** met.length;
      sum.total += requests;
      sum.touching += met.length > 0 ? requests : 0;
      sum.failing += requests * failing;
      sum.delayed += requests * Math.max(0, 1 - (1 - again) ** met.length - failing);
      sum.meetings += requests * met.length;
      for (const { kind } of met) sum.byKind.set(kind, (sum.byKind.get(kind) ?? 0) + requests);
    });
  }
  return moment.routing.services.flatMap(({ key }, number): ServiceTrouble[] => {
    const sum = sums[number];
    if (sum === undefined || sum.total === 0) return [];
    const { total } = sum;
    return [
      {
        name: key,
        touching: sum.touching / total,
        failing: sum.failing / total,
        delayed: sum.delayed / total,
        addedLatencyMs: (sum.meetings / total) * latencyMs,
        hops: HOP_KINDS.flatMap((kind) => (sum.byKind.has(kind) ? { kind, touching: (sum.byKind.get(kind) ?? 0) / total } : [])),
      },
    ];
  });
}

/** A request to a database or a file system is one transfer: to the first of its zones, or to the caller's mount target. */
function storesIn(moment: Moment, zone: number, fails: number, again: number): GreyFailure['stores'] {
  return moment.routing.links.flatMap(({ link, from, to }) => {
    if ((to.kind !== 'database' && to.kind !== 'fileSystem') || from.kind !== 'workload') return [];
    const target = (caller: number) => (to.kind === 'fileSystem' && to.zones.includes(caller) ? caller : to.zones[0]);
    const touching = (moment.callers.get(from.id) ?? []).filter((caller) => caller.zone === zone || target(caller.zone) === zone).reduce((sum, { share }) => sum + share, 0);
    return [{ link: link.id, to: to.id, touching, failing: touching * fails, delayed: touching * Math.max(0, again - fails) }];
  });
}

function observersOf(placed: Placed, moment: Moment, zone: number, { loss, latencyMs, zone: name }: GreyTrouble): readonly Observer[] {
  const { cluster, nodeOf, design } = placed;
  const seen = (check: Check) => detection(exchangeFails(loss, latencyMs / 1000, check.timeoutSeconds, check.retransmission), check);
  const observer = (kind: Observer['kind'], id: string | null, watched: number, check: Check, crosses = true): Observer[] => {
    const through = seen(check);
    const what = crosses ? through : detection(0, check);
    return watched === 0 ? [] : [{ kind, id, watched, crosses, ifItCrossed: crosses ? null : through, check, ...what, notices: noticeOf(what) }];
  };
  const nodes = new Set(cluster.nodes.filter(({ zoneName }) => zoneName === name).map((node) => node.name));
  const entrances = new Map(moment.routing.links.flatMap(({ to }) => (to.kind === 'loadBalancer' ? [[to.entrance.entity.id, to] as const] : [])));
  return [
    ...entitiesOf(design, 'loadBalancer').flatMap(({ id, type }) => {
      const to = entrances.get(id);
      const service = to === undefined ? undefined : moment.services[to.service];
      if (to === undefined || service === undefined) return [];
      const { targets } = targetsOf(entranceOf(to.entrance, moment), service);
      return observer('load-balancer', id, targets.get(zone)?.length ?? 0, HEALTH_CHECKS[type]);
    }),
    ...observer('node-lease', null, nodes.size, leaseCheck(design.settings.kubernetesVersion)),
    ...observer('readiness-probe', null, [...nodeOf.values()].filter((node) => nodes.has(node)).length, READINESS, false),
  ].sort((a, b) => (a.secondsUntilOut ?? Number.POSITIVE_INFINITY) - (b.secondsUntilOut ?? Number.POSITIVE_INFINITY) || 0);
}

function noticeOf({ secondsUntilOut }: Detection): Notice {
  if (secondsUntilOut === null) return 'never';
  if (secondsUntilOut <= 300) return 'soon';
  return secondsUntilOut <= 86_400 ? 'sometimes' : 'hardly';
}

/** Source: Envoy outlier_detection_impl.cc: a host is ejected only while 100 x (ejected + 1) / hosts <= maxEjectionPercent. */
function outliers({ routing, services }: Moment, zone: number, fails: number): readonly OutlierDetection[] {
  const { consecutiveErrors, baseEjectionSeconds, maxEjectionPercent } = OUTLIER_DETECTION;
  return routing.services.flatMap(({ key }, number): OutlierDetection[] => {
    const live = services[number];
    if (live === undefined) return [];
    const endpoints = live.endpoints.length;
    const inZone = live.machineOf.filter((machine) => live.machines[machine]?.zone === zone).length;
    const ejectable = Math.floor((endpoints * maxEjectionPercent) / 100);
    const requestsUntilEjected = trialsUntilRun(fails, consecutiveErrors);
    if (inZone === 0) return [];
    return [
      {
        name: key,
        endpoints,
        inZone,
        ejectable: Math.min(ejectable, inZone),
        perRequest: fails,
        requestsUntilEjected,
        secondsOut: baseEjectionSeconds,
        notices: ejectable === 0 ? 'too-few-endpoints' : requestsUntilEjected === null ? 'never' : 'ejects',
      },
    ];
  });
}
