import type { Placed } from '../cluster/cluster';
import type { Design, LoadBalancer } from '../design/schema';
import { entitiesOf, zoneName, zonesOf } from '../design/tree';
import type { ServiceTraffic } from '../evaluation';
import { routeState, type Routed } from '../routing/routeState';
import { prepareRouting } from '../routing/routing';
import { trafficOf } from '../routing/traffic';
import { Floor } from './floor';
import type { WaitingPod } from './maintenance';

/** Source: Amazon Application Recovery Controller developer guide, "Zonal shift". Hours; it can be extended. */
export const MOST_SHIFT_HOURS = 72;

export interface ZonalShiftOptions {
  /** Entity ids of load balancers that are shifted themselves; absent: all that have another zone. */
  readonly loadBalancers?: ReadonlySet<string>;
}

/**
 * An ARC zonal shift of an EKS cluster away from one zone, by hand or as AWS starts it (zonal autoshift): what it does is
 * the same. Source: awsdocs/amazon-eks-user-guide latest/ug/clusters/zone-shift.adoc.
 */
export interface ZonalShift {
  readonly zone: string;
  /** False with a self-managed control plane: a zonal shift is EKS's. The rest says what it would do. */
  readonly supported: boolean;
  /** Nodes of the zone: cordoned, not terminated. */
  readonly cordoned: readonly string[];
  /** Pods that run on in the zone: not evicted, but no endpoints while it lasts. */
  readonly podsStaying: number;
  readonly groups: readonly ShiftedGroup[];
  readonly loadBalancers: readonly { readonly id: string; readonly shifted: boolean }[];
  readonly services: readonly ShiftedService[];
  /** Pods that wait, now as before: the zone's nodes are closed to them. */
  readonly waiting: readonly WaitingPod[];
  /** Pods of the zone that would find no node if the zone died now, which is when the shift is for. */
  readonly wouldWait: readonly WaitingPod[];
}

export interface ShiftedGroup {
  /** Entity id. */
  readonly id: string;
  /** A managed node group launches in the zones left, with AZRebalance suspended; others go on as they were. */
  readonly restricted: boolean;
  /** Names of the zones in which it launches. */
  readonly launchesIn: readonly string[];
}

export interface ShiftedService {
  /** `namespace/name` */
  readonly name: string;
  readonly endpoints: { readonly before: number; readonly after: number };
  /** Mean requests of an endpoint, as a multiple of before; null where none is left, or there is no traffic. */
  readonly loadFactor: number | null;
  readonly zoneShares: { readonly before: ServiceTraffic['zoneShares']; readonly after: ServiceTraffic['zoneShares'] };
  readonly dropped: { readonly before: number; readonly after: number };
  readonly skew: number | null;
}

/** `zone` by name. */
export function zonalShift(placed: Placed, zone: string, options: ZonalShiftOptions = {}): ZonalShift {
  const { design, cluster, nodeOf } = placed;
  const inZone = cluster.nodes.filter((node) => node.zoneName === zone);
  const names = new Set(inZone.map(({ name }) => name));
  const ids = new Set(zonesOf(design).filter((each) => zoneName(design, each) === zone).map(({ id }) => id));
  const shifts = ({ id, zones }: LoadBalancer) => zones.some((each) => ids.has(each)) && zones.some((each) => !ids.has(each)) && (options.loadBalancers?.has(id) ?? true);
  const before = route(placed, design, new Set());
  const after = route(placed, withoutZone(design, ids, shifts), new Set([zone]));
  const floor = new Floor(placed, ({ name }) => names.has(name));
  floor.settle();
  const waiting = floor.waiting();
  for (const name of names) floor.remove(floor.podsOn(name).evictable);
  floor.settle();
  const waited = new Set(waiting.map(({ pod }) => pod));
  return {
    zone,
    supported: design.settings.controlPlane === 'eks',
    cordoned: [...names],
    podsStaying: [...nodeOf.values()].filter((node) => names.has(node)).length,
    groups: entitiesOf(design, 'autoScalingGroup').map((group) => {
      const restricted = group.eksManaged && design.settings.controlPlane === 'eks' && group.zones.some((each) => ids.has(each));
      const launchesIn = zonesOf(design).filter(({ id }) => group.zones.includes(id) && !(restricted && ids.has(id)));
      return { id: group.id, restricted, launchesIn: launchesIn.map((each) => zoneName(design, each)) };
    }),
    loadBalancers: entitiesOf(design, 'loadBalancer').map((each) => ({ id: each.id, shifted: shifts(each) })),
    services: servicesOf(before, after),
    waiting,
    wouldWait: floor.waiting().filter(({ pod }) => !waited.has(pod)),
  };
}

function route({ cluster, nodeOf, seed }: Placed, design: Design, shiftedZones: ReadonlySet<string>): Routed {
  const none: ReadonlySet<string> = new Set();
  return routeState(prepareRouting(design, cluster, seed), { nodes: cluster.nodes, pods: cluster.pods, nodeOf, deadNodes: none, deadZones: none, shiftedZones });
}

/** A shifted load balancer's address in the zone leaves DNS, and its other nodes use no target there. */
function withoutZone(design: Design, zones: ReadonlySet<string>, shifts: (loadBalancer: LoadBalancer) => boolean): Design {
  const entities = design.entities.map((entity) => (entity.kind === 'loadBalancer' && shifts(entity) ? { ...entity, zones: entity.zones.filter((zone) => !zones.has(zone)) } : entity));
  return { ...design, entities };
}

function servicesOf(before: Routed, after: Routed): readonly ShiftedService[] {
  const traffic = { before: trafficOf(before).services, after: trafficOf(after).services };
  return traffic.after.flatMap((now, i): ShiftedService[] => {
    const [then, was, is] = [traffic.before[i], before.services[i]?.live, after.services[i]?.live];
    if (then === undefined || was === undefined || is === undefined) return [];
    const endpoints = { before: was.endpoints.length, after: is.endpoints.length };
    const load = (total: number, dropped: number, count: number) => (total * (1 - dropped)) / count;
    const earlier = load(was.sum.total, then.dropped, endpoints.before);
    return [
      {
        name: now.name,
        endpoints,
        loadFactor: endpoints.after === 0 || !(earlier > 0) ? null : load(is.sum.total, now.dropped, endpoints.after) / earlier,
        zoneShares: { before: then.zoneShares, after: now.zoneShares },
        dropped: { before: then.dropped, after: now.dropped },
        skew: now.skew,
      },
    ];
  });
}
