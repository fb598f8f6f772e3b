import { settledPlacement } from '../addons/settledPlacement';
import { compareBytes } from '../byteOrder';
import type { Catalog } from '../catalog/catalog';
import type { Placed } from '../cluster/cluster';
import { expand } from '../cluster/expand';
import { eligibleNodes } from '../cluster/pods';
import { applyEdit, type Edit } from '../design/edit';
import type { Design, ServiceEntity, Workload } from '../design/schema';
import { zoneName, zonesOf } from '../design/tree';
import { baselineOf, routingNow } from '../failure/baseline';
import { nearbyDistribution } from '../findings/fixes/preferSameZone';
import { cpuRatios, type CpuRatios } from '../routing/hints';
import { machinesOf } from '../routing/machines';
import { routeState } from '../routing/routeState';
import { prepareRouting } from '../routing/routing';
import { trafficOf } from '../routing/traffic';
import { subjectOf } from './subject';

/*
 * For which numbers of endpoints hints hold in this cluster. The pods of the Service's workload are counted from one up,
 * once dealt out to the zones in turn and once placed by the scheduler; each time the design is routed with
 * `topology-mode: Auto` and with `trafficDistribution: PreferSameZone`, by the code that every evaluation uses.
 */

/** What hints come to with one set of endpoints. */
export interface HintsOutcome {
  /** Endpoints are hinted at all. */
  readonly holds: boolean;
  /** Of the EndpointSlice controller: `TYPE REASON MESSAGE`; null where it tells none. */
  readonly event: string | null;
  readonly zones: readonly ZoneOutcome[];
  /** Largest share / mean share over pods, with the clients of the design; null where no request arrives. */
  readonly skew: number | null;
}

export interface ZoneOutcome {
  /** Zone name. */
  readonly zone: string;
  readonly endpoints: number;
  /** Endpoints whose hint is this zone, wherever they run. */
  readonly hinted: number;
  /**
   * Load of each of them against the even share if requests follow the zones' CPUs, as topology-aware hints assume, who
   * keep it within 1.2. Null where none is hinted.
   */
  readonly expectedLoad: number | null;
  /** Mean load of the endpoints that run there against the even share, with the clients of the design; null without either. */
  readonly load: number | null;
}

export interface EndpointCount {
  readonly replicas: number;
  /** As many as the design has. */
  readonly isToday: boolean;
  readonly even: EndpointsOutcome;
  readonly scheduled: EndpointsOutcome;
}

export interface EndpointsOutcome {
  /** Pods that run. */
  readonly endpoints: number;
  /** Null where the version has no such thing. */
  readonly auto: HintsOutcome | null;
  readonly sameZone: HintsOutcome | null;
}

/** Why there is nothing to count, or what is counted. */
export interface CountedWorkload {
  readonly workload: Workload;
  readonly counts: readonly number[];
}

const MOST_COUNTED = 20;

/** The one workload behind a Service whose replicas can be counted: not a DaemonSet, whose pods follow the nodes. */
export function countedWorkload(placed: Placed, service: string): CountedWorkload | null {
  const subject = subjectOf(baselineOf(placed), service);
  const [workload, ...others] = subject?.workloads ?? [];
  if (workload === undefined || others.length > 0 || workload.type === 'DaemonSet') return null;
  const counts = Array.from({ length: MOST_COUNTED }, (_, i) => i + 1);
  return { workload, counts: workload.replicas > MOST_COUNTED ? [...counts, workload.replicas] : counts };
}

/** One row a number of replicas, one after the other. Nothing where no workload can be counted. */
export function* endpointCounts(design: Design, catalog: Catalog, service: string): Generator<EndpointCount, void> {
  const placed = settledPlacement(design, catalog);
  const counted = countedWorkload(placed, service);
  if (counted === null) return;
  const { workload, counts } = counted;
  for (const replicas of counts) {
    const edited = applyEdit(design, { type: 'set', id: workload.id, fields: { replicas, pins: {} } });
    if (!edited.ok) continue;
    yield {
      replicas,
      isToday: replicas === workload.replicas,
      even: outcomesOf(dealtOut(placed, edited.value, workload.id), service),
      scheduled: outcomesOf(settledPlacement(edited.value, catalog), service),
    };
  }
}

type Endpoints = Pick<Placed, 'design' | 'nodeOf'> & { readonly cluster: Pick<Placed['cluster'], 'nodes' | 'pods' | 'services'> };

/** The workload's pods in turn on the zones that have nodes for them, and in a zone in turn on its nodes; the others where they are. */
function dealtOut({ cluster: before, nodeOf, catalog }: Placed, design: Design, workload: string): Endpoints {
  const { pods, services, manifests } = expand(design, catalog);
  const manifest = manifests.find((each) => each.workload.id === workload);
  const byZone = new Map<string, string[]>();
  for (const { name, zoneName: zone } of manifest === undefined ? [] : eligibleNodes(manifest, before.nodes)) byZone.set(zone, [...(byZone.get(zone) ?? []), name]);
  const zones = [...byZone].sort(([a], [b]) => compareBytes(a, b)).map(([, names]) => names);
  const own = pods.filter((pod) => pod.workload === workload).sort((a, b) => a.ordinal - b.ordinal);
  const dealt = new Map(nodeOf);
  own.forEach(({ key }, i) => {
    const nodes = zones[i % zones.length] ?? [];
    const node = nodes[Math.floor(i / zones.length) % nodes.length];
    if (node !== undefined) dealt.set(key, node);
  });
  return { design, nodeOf: dealt, cluster: { nodes: before.nodes, pods, services } };
}

function outcomesOf(endpoints: Endpoints, service: string): EndpointsOutcome {
  const { kubernetesVersion } = endpoints.design.settings;
  const near = nearbyDistribution(kubernetesVersion);
  const auto = hintsOutcome(endpoints, service, { mode: 'auto' });
  return {
    endpoints: auto.count,
    auto: AUTO_SINCE > Number(kubernetesVersion.split('.')[1]) ? null : auto.outcome,
    sameZone: near === null ? null : hintsOutcome(endpoints, service, { mode: 'trafficDistribution', trafficDistribution: near }).outcome,
  };
}

/** The first minor version whose annotation has the name `topology-mode`. Source: KEP-2433. */
const AUTO_SINCE = 27;

function hintsOutcome({ design, ...placed }: Endpoints, service: string, topology: ServiceEntity['topology']): { readonly count: number; readonly outcome: HintsOutcome } {
  const edit: Edit = { type: 'set', id: service, fields: { topology, externalTrafficPolicy: 'Cluster', internalTrafficPolicy: 'Cluster' } };
  const edited = applyEdit(design, edit);
  const routing = prepareRouting(edited.ok ? edited.value : design, placed.cluster, design.settings.seed);
  const routed = routeState(routing, routingNow(placed));
  const live = routed.services.find((each) => each.service.entity === service)?.live;
  const traffic = trafficOf(routed).services.find((each) => each.service === service);
  const endpoints = live?.endpoints ?? [];
  const ratios = cpuRatios(machinesOf(placed.cluster.nodes, routing.zoneNumbers, () => false).flatMap(({ facts }) => facts.ratio ?? []));
  const names = zonesOf(design).map((zone) => zoneName(design, zone));
  const hinted = (zone: string) => endpoints.filter(({ forZones }) => forZones?.includes(zone)).length;
  const expected = expectedLoads(ratios, names, hinted, endpoints.length);
  const arrived = 1 - (traffic?.dropped ?? 0);
  return {
    count: endpoints.length,
    outcome: {
      holds: endpoints.some(({ forZones }) => forZones !== undefined),
      event: traffic?.events[0] ?? null,
      zones: names.map((name): ZoneOutcome => {
        const here = endpoints.filter((endpoint) => endpoint.zone === name).length;
        const share = traffic?.zoneShares[name] ?? 0;
        return {
          zone: name,
          endpoints: here,
          hinted: hinted(name),
          expectedLoad: expected.get(name) ?? null,
          load: here === 0 || traffic?.skew === null || traffic === undefined ? null : (share / arrived / here) * endpoints.length,
        };
      }),
      skew: traffic?.skew ?? null,
    },
  };
}

/** kube-proxy in a zone that no endpoint is hinted for uses all of them. Source: pkg/proxy/topology.go, `canUseTopology`. */
function expectedLoads(ratios: CpuRatios, zones: readonly string[], hinted: (zone: string) => number, endpoints: number): ReadonlyMap<string, number> {
  if (ratios === null) return new Map();
  const fromElsewhere = [...ratios].reduce((sum, [zone, ratio]) => (hinted(zone) === 0 ? sum + ratio : sum), 0);
  return new Map(zones.filter((zone) => hinted(zone) > 0).map((zone) => [zone, ((ratios.get(zone) ?? 0) * endpoints) / hinted(zone) + fromElsewhere]));
}
