import { compareBytes } from '../byteOrder';
import type { Cluster, ClusterService } from '../cluster/cluster';
import { serviceType } from '../cluster/serviceType';
import type { Design, Entity, Link, LoadBalancer, ServiceEntity } from '../design/schema';
import { entitiesById, entitiesOf, zoneName, zonesOf } from '../design/tree';
import { compileLabels, type LabelMatcher } from '../kubernetes/selector';
import { designRule } from '../istio/designRule';
import { validateDestinationRule } from '../istio/validation';
import { tieBreakOf, type TieBreak } from '../scheduling/tieBreak';
import type { LoadBalancerRules } from './loadBalancer';
import { serviceRules, type ServiceRules } from './liveService';
import type { Mesh } from './sidecar';

/** What of a design and its cluster stays the same whatever fails: made once, used for every scenario. */
export interface Routing {
  readonly design: Design;
  /** Zone names; a zone's number is its place here, and the internet's is their count. */
  readonly zones: readonly string[];
  readonly zoneNumbers: ReadonlyMap<string, number>;
  /** Number of a zone by entity id. */
  readonly zoneNumberOfId: ReadonlyMap<string, number>;
  /** By `namespace/name` in byte order. */
  readonly services: readonly RoutingService[];
  /** Numbers of the Services that select a workload's pods, by entity id. */
  readonly servicesOfWorkload: ReadonlyMap<string, readonly number[]>;
  /** null without Istio: kube-proxy alone. */
  readonly mesh: Mesh | null;
  /** By id in byte order. */
  readonly links: readonly RoutingLink[];
  /** How hints of `topology-mode: Auto` settle what upstream leaves to chance. */
  readonly tieBreak: TieBreak;
}

export interface RoutingService {
  readonly key: string;
  readonly entity: string;
  /** What it is in the cluster: a load balancer that points at it makes it more than a ClusterIP. */
  readonly type: ServiceEntity['type'];
  /** Entity ids of the workloads whose pods it selects. */
  readonly workloads: readonly string[];
  /** Where single pods of a workload are selected by labels of their own; null: all of its pods or none. */
  readonly podSelector: LabelMatcher | null;
  readonly rules: ServiceRules;
}

export interface RoutingLink {
  readonly link: Link;
  readonly from: Entity & { readonly kind: 'client' | 'workload' };
  readonly to: RoutingTarget;
}

export type RoutingTarget =
  | { readonly kind: 'service'; readonly service: number }
  | { readonly kind: 'loadBalancer'; readonly service: number; readonly entrance: RoutingLoadBalancer }
  | { readonly kind: 'database'; readonly id: string; readonly zones: readonly number[] }
  | { readonly kind: 'fileSystem'; readonly id: string; readonly zones: readonly number[] }
  | { readonly kind: 'internet' };

export interface RoutingLoadBalancer {
  readonly entity: LoadBalancer;
  readonly rules: LoadBalancerRules;
}

/** Labels that a StatefulSet gives each of its pods for itself. */
const POD_LABELS = ['statefulset.kubernetes.io/pod-name', 'apps.kubernetes.io/pod-index'];

/** `seed` is that of the placement; null draws nothing. */
export function prepareRouting(design: Design, cluster: Pick<Cluster, 'services'>, seed: number | null): Routing {
  const zoneEntities = zonesOf(design);
  const zoneNumberOfId = new Map(zoneEntities.map((zone, number) => [zone.id, number]));
  const minor = Number(design.settings.kubernetesVersion.split('.')[1]);
  const byId = entitiesById(design);
  const services: RoutingService[] = [];
  const servicesOfWorkload = new Map<string, number[]>();
  for (const service of [...cluster.services].sort((a, b) => compareBytes(a.key, b.key) || compareBytes(a.service, b.service))) {
    const entity = byId.get(service.service);
    if (entity?.kind !== 'service') continue;
    for (const workload of service.workloads) servicesOfWorkload.set(workload, [...(servicesOfWorkload.get(workload) ?? []), services.length]);
    services.push(routingService(service, entity, serviceType(design, entity), minor));
  }
  const numberOfService = new Map(services.map(({ entity }, number) => [entity, number]));
  const entrances = entitiesOf(design, 'loadBalancer').map((entity) => ({ entity, rules: loadBalancerRules(entity, zoneNumberOfId) }));
  const links = [...design.links]
    .sort((a, b) => compareBytes(a.id, b.id))
    .flatMap((link): RoutingLink[] => {
      const from = byId.get(link.from);
      if (from?.kind !== 'client' && from?.kind !== 'workload') return [];
      const to = link.to === 'internet' ? ({ kind: 'internet' } as const) : targetOf(byId.get(link.to), from, { services, numberOfService, entrances, zoneNumberOfId });
      return to === null ? [] : [{ link, from, to }];
    });
  return {
    design,
    zones: zoneEntities.map((zone) => zoneName(design, zone)),
    zoneNumbers: new Map(zoneEntities.map((zone, number) => [zoneName(design, zone), number])),
    zoneNumberOfId,
    services,
    servicesOfWorkload,
    mesh: meshOf(design),
    links,
    tieBreak: tieBreakOf(seed),
  };
}

const made = new WeakMap<ServiceEntity, { readonly minor: number; readonly service: RoutingService }>();

/** The same object as before where nothing that it is made of has changed: what was routed stays routed. */
function routingService({ key, workloads }: ClusterService, entity: ServiceEntity, type: ServiceEntity['type'], minor: number): RoutingService {
  const before = made.get(entity);
  if (before?.minor === minor && before.service.key === key && before.service.type === type && before.service.workloads.join() === workloads.join()) return before.service;
  const service: RoutingService = {
    key,
    entity: entity.id,
    type,
    workloads,
    podSelector: POD_LABELS.some((label) => Object.hasOwn(entity.selector, label)) ? compileLabels(entity.selector) : null,
    rules: serviceRules(entity, minor),
  };
  made.set(entity, { minor, service });
  return service;
}

function meshOf(design: Design): Mesh | null {
  const rule = designRule(design);
  if (rule === undefined) return null;
  return { rule: validateDestinationRule(rule).errors.length > 0 ? undefined : rule };
}

interface Known {
  readonly services: readonly RoutingService[];
  readonly numberOfService: ReadonlyMap<string, number>;
  readonly entrances: readonly RoutingLoadBalancer[];
  readonly zoneNumberOfId: ReadonlyMap<string, number>;
}

/** What a link leads to; null where a half-finished drawing leads nowhere. */
function targetOf(entity: Entity | undefined, from: RoutingLink['from'], known: Known): RoutingTarget | null {
  switch (entity?.kind) {
    case 'service': {
      const service = known.numberOfService.get(entity.id);
      if (service === undefined) return null;
      // A client outside the cluster comes through a load balancer in front, if there is one: the first that it can reach.
      const inFront = from.kind === 'client' ? known.entrances.filter((candidate) => candidate.entity.service === entity.id) : [];
      const entrance = inFront.find((candidate) => candidate.entity.scheme === 'internet-facing' || (from.kind === 'client' && from.from === 'vpc')) ?? inFront[0];
      return entrance === undefined ? { kind: 'service', service } : { kind: 'loadBalancer', service, entrance };
    }
    case 'loadBalancer': {
      const service = entity.service === undefined ? undefined : known.numberOfService.get(entity.service);
      const entrance = known.entrances.find((candidate) => candidate.entity.id === entity.id);
      return service === undefined || entrance === undefined ? null : { kind: 'loadBalancer', service, entrance };
    }
    case 'database': {
      const zones = numbers(entity.zones, known.zoneNumberOfId);
      return { kind: 'database', id: entity.id, zones: entity.deployment === 'single-az' ? zones.slice(0, 1) : zones };
    }
    case 'fileSystem':
      return { kind: 'fileSystem', id: entity.id, zones: numbers(entity.zones, known.zoneNumberOfId).sort((a, b) => a - b) };
    default:
      return null;
  }
}

function loadBalancerRules(entity: LoadBalancer, zoneNumberOfId: ReadonlyMap<string, number>): LoadBalancerRules {
  return {
    zones: numbers(entity.zones, zoneNumberOfId).sort((a, b) => a - b),
    crossZone: entity.crossZone,
    // An attribute of Network Load Balancers only.
    routing: entity.type === 'nlb' ? entity.clientRoutingPolicy : 'any_availability_zone',
  };
}

function numbers(ids: readonly string[], zoneNumberOfId: ReadonlyMap<string, number>): number[] {
  return ids.flatMap((id) => zoneNumberOfId.get(id) ?? []);
}
