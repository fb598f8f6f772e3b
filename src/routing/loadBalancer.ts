import type { LoadBalancer } from '../design/schema';

/**
 * How an Elastic Load Balancer spreads requests. Zones are numbers. Sources: Elastic Load Balancing user guide, "How
 * Elastic Load Balancing works" and "Network Load Balancers" (zonal DNS affinity).
 */
export interface LoadBalancerRules {
  /** Enabled zones. */
  readonly zones: readonly number[];
  readonly crossZone: boolean;
  readonly routing: LoadBalancer['clientRoutingPolicy'];
}

/** A Classic Load Balancer knows instances only. */
export function targetTypeOf({ type, targetType }: LoadBalancer): LoadBalancer['targetType'] {
  return type === 'clb' ? 'instance' : targetType;
}

/** Share of an NLB's clients in the VPC that prefer their own zone. */
const AFFINITY: Readonly<Record<LoadBalancerRules['routing'], number>> = {
  any_availability_zone: 0,
  partial_availability_zone_affinity: 0.85,
  availability_zone_affinity: 1,
};

/** Enabled zones with a healthy target, which with cross-zone load balancing may be in any of them. `healthy` counts targets by zone. */
export function zonesAnswering(rules: LoadBalancerRules, healthy: readonly number[], deadZones: ReadonlySet<number>): readonly number[] {
  const targets = (zone: number) => healthy[zone] ?? 0;
  const reach = (zone: number) => (rules.crossZone ? rules.zones.reduce((sum, other) => sum + targets(other), 0) : targets(zone));
  return rules.zones.filter((zone) => !deadZones.has(zone) && reach(zone) > 0);
}

/** The zones whose address DNS gives out: where none answers, it fails open and gives out all. */
export function zonesInDns({ zones }: LoadBalancerRules, answering: readonly number[]): readonly number[] {
  return answering.length > 0 ? answering : zones;
}

/** The share of a client's requests that each of the zones in DNS receives. `clientZone` null: from the internet. */
export function dnsShares(rules: LoadBalancerRules, inDns: readonly number[], clientZone: number | null): readonly number[] {
  const own = clientZone !== null && inDns.includes(clientZone) ? AFFINITY[rules.routing] : 0;
  return inDns.map((zone) => (zone === clientZone ? own : 0) + (1 - own) / inDns.length);
}

/** The zones whose targets the load balancer's node in `zone` uses. */
export function targetZones(rules: LoadBalancerRules, zone: number): readonly number[] {
  return rules.crossZone ? rules.zones : [zone];
}
