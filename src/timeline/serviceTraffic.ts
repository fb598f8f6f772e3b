import type { ClusterNode, ClusterPod } from '../cluster/cluster';
import type { LoadBalancer } from '../design/schema';
import type { Unnoticed } from '../routing/moment';
import { routeState, type Routed } from '../routing/routeState';
import type { Routing } from '../routing/routing';
import { serviceSummaries } from '../routing/traffic';
import { latest, type Seconds } from '../units';
import type { Course } from './course';
import type { Passage } from './passages';

/** What becomes of a Service's requests at a moment. Clients that died with their zone ask for nothing. */
export interface ServiceState {
  /** `namespace/name` */
  readonly service: string;
  readonly requestsPerSecond: number;
  /** Share of the requests that are dropped. */
  readonly dropped: number;
  /** Largest share / mean share over ready pods; null where no request reaches one. */
  readonly skew: number | null;
  readonly errorsPerSecond: number;
}

/** Routes a moment. `routing` may be narrowed to some Services, and `pods` to those that they concern. */
export function routedAt(course: Course, routing: Routing, at: Seconds, pods: readonly ClusterPod[] = podsInOrder(course, at)): Routed {
  const { placed, settled, noticedAt, passageOf } = course;
  const { loss } = settled;
  return routeState(routing, {
    nodes: knownNodes(course, at),
    pods,
    nodeOf: {
      get: (key, pod) => {
        const passage = passageOf.get(pod);
        return passage === undefined ? placed.nodeOf.get(key) : endpointOf(passage, noticedAt, at);
      },
    },
    deadNodes: loss.deadNodes,
    deadZones: loss.deadZones,
    notReadyKnown: at >= noticedAt,
    unnoticed: unnoticedAt(course, at),
  });
}

export function servicesAt(course: Course, routing: Routing, at: Seconds, pods?: readonly ClusterPod[]): readonly ServiceState[] {
  return serviceStates(routedAt(course, routing, at, pods));
}

export function serviceStates(routed: Routed): readonly ServiceState[] {
  return serviceSummaries(routed).map(({ name, dropped, skew }, number) => {
    const requestsPerSecond = routed.services[number]?.live.sum.total ?? 0;
    return { service: name, requestsPerSecond, dropped, skew, errorsPerSecond: dropped * requestsPerSecond };
  });
}

/** The node on which it is an endpoint. */
function endpointOf({ reason, from, to, unreadyAt, readyAt }: Passage, noticedAt: Seconds, at: Seconds): string | undefined {
  if (at >= readyAt) return to;
  return at < (reason === 'lost' ? noticedAt : unreadyAt) ? from : undefined;
}

const TYPES: readonly LoadBalancer['type'][] = ['nlb', 'alb', 'clb'];

/** Hints follow the order of pods: first that of before, then that of the settled cluster. */
export function podsInOrder({ placed, settled, added, noticedAt }: Course, at: Seconds): readonly ClusterPod[] {
  if (at >= noticedAt) return settled.pods;
  return added.length === 0 ? placed.cluster.pods : [...placed.cluster.pods, ...added];
}

/** Dead nodes stay targets of load balancers until nobody sends anything there any more. */
function knownNodes({ placed, settled, nodes, noticedAt, loadBalancers }: Course, at: Seconds): readonly ClusterNode[] {
  const forgottenAt = latest(noticedAt, ...TYPES.map((type) => loadBalancers[type].dnsAt));
  const ready = nodes.joining.filter(({ readyAt }) => at >= readyAt).map(({ node }) => node);
  const old = at < forgottenAt ? placed.cluster.nodes : placed.cluster.nodes.filter(({ name }) => !settled.loss.deadNodes.has(name));
  return ready.length === 0 ? old : [...old, ...ready];
}

function unnoticedAt({ loadBalancers }: Course, at: Seconds): Unnoticed {
  return {
    targets: new Set(TYPES.filter((type) => at < loadBalancers[type].targetsAt)),
    dns: new Set(TYPES.filter((type) => at < loadBalancers[type].dnsAt)),
  };
}
