import type { Placed } from '../cluster/cluster';
import type { LoadBalancer } from '../design/schema';
import { entitiesOf, zoneName, zonesOf } from '../design/tree';
import type { Loss } from '../failure/scenario';
import { after, latest, type Seconds } from '../units';
import type { TimerName, Timers } from './timers';

/** When a type of load balancer notices what is dead. It does so whatever has become of Kubernetes. */
export interface LoadBalancerTimes {
  /** Dead targets have failed enough health checks, and get no more requests. */
  readonly targetsAt: Seconds;
  /** Clients no longer know addresses without a healthy target, or of a dead zone. */
  readonly dnsAt: Seconds;
}

type Type = LoadBalancer['type'];

/** What a type of load balancer counts to. */
export const HEALTH_CHECKS = {
  nlb: ['nlbHealthCheckInterval', 'nlbUnhealthyThreshold'],
  alb: ['albHealthCheckInterval', 'albUnhealthyThreshold'],
  clb: ['clbHealthCheckInterval', 'clbUnhealthyThreshold'],
} as const satisfies Readonly<Record<Type, readonly [TimerName, TimerName]>>;

export function loadBalancerTimes({ deadZones }: Loss, timers: Timers): Readonly<Record<Type, LoadBalancerTimes>> {
  const timesOf = (type: Type): LoadBalancerTimes => {
    const [interval, threshold] = HEALTH_CHECKS[type];
    const targetsAt = after(timers[interval].value * timers[threshold].value);
    // A load balancer's own node in a dead zone is found dead by AWS.
    const zoneAt = after(deadZones.size === 0 ? 0 : timers.loadBalancerZoneCheck.value);
    return { targetsAt, dnsAt: after(latest(targetsAt, zoneAt), timers.loadBalancerDnsTtl.value) };
  };
  return { nlb: timesOf('nlb'), alb: timesOf('alb'), clb: timesOf('clb') };
}

/** The load balancers that have something to notice: in a zone of theirs a node is dead, or the zone itself. */
export function loadBalancersConcerned({ design, cluster }: Placed, { deadNodes, deadZones }: Loss): readonly LoadBalancer[] {
  const zones = new Set(cluster.nodes.filter(({ name }) => deadNodes.has(name)).map(({ zone }) => zone));
  for (const zone of zonesOf(design)) if (deadZones.has(zoneName(design, zone))) zones.add(zone.id);
  return entitiesOf(design, 'loadBalancer').filter((loadBalancer) => loadBalancer.zones.some((zone) => zones.has(zone)));
}
