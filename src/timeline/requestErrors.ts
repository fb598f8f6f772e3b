import type { ClusterPod } from '../cluster/cluster';
import type { Routing } from '../routing/routing';
import { never, type Seconds } from '../units';
import type { Course } from './course';
import { podsInOrder, servicesAt, type ServiceState } from './serviceTraffic';

/**
 * Requests that are dropped from the loss until nothing changes any more, and when that last got less. Exact, and without
 * routing everything at every moment: once dead endpoints are out, pods that come back change nothing for a Service that
 * has ready ones, so that only those are followed further that drop something or may begin to.
 */
export interface RequestErrors {
  readonly requests: number;
  /** From here on as many are dropped as in the end; 0 where it is so from the loss on. */
  readonly steadyAt: Seconds;
  /** In order of time, from the loss on. */
  readonly rates: readonly ErrorRate[];
}

export interface ErrorRate {
  readonly at: Seconds;
  /** Errors a second from then on, of all Services together. */
  readonly rate: number;
}

export function requestErrors(course: Course, routing: Routing): RequestErrors {
  const { noticedAt, settledAt } = course;
  const until = noticedAt < settledAt ? noticedAt : settledAt;
  const before = sumOver(course, routing, momentsOf(course, routing, null).filter((at) => at <= until), until);
  const followed = toFollow(course, routing, before.end);
  if (until === settledAt || followed.size === 0) return { requests: before.requests, steadyAt: steadySince(before.rates), rates: before.rates };
  const { routing: narrow, workloads } = narrowed(routing, followed);
  const pods = course.settled.pods.filter(({ workload }) => workloads.has(workload));
  const after = sumOver(course, narrow, momentsOf(course, narrow, workloads).filter((at) => at >= until), settledAt, pods);
  const rates = [...before.rates.filter(({ at }) => at < until), ...after.rates];
  return { requests: before.requests + after.requests, steadyAt: steadySince(rates), rates };
}

interface Sum {
  readonly requests: number;
  readonly rates: readonly ErrorRate[];
  /** As it is at the last moment. */
  readonly end: readonly ServiceState[];
}

/** Errors between the first of the moments and `until`; the last moment may be `until` itself. */
function sumOver(course: Course, routing: Routing, moments: readonly Seconds[], until: Seconds, pods?: readonly ClusterPod[]): Sum {
  let requests = 0;
  let end: readonly ServiceState[] = [];
  const rates = moments.map((at, i): ErrorRate => {
    const last = moments[i - 1];
    end = pods === undefined && last !== undefined && isForLoadBalancers(course, last, at) ? throughLoadBalancers(course, routing, at, end) : servicesAt(course, routing, at, pods);
    const rate = end.reduce((sum, { errorsPerSecond }) => sum + errorsPerSecond, 0);
    requests += rate * ((moments[i + 1] ?? until) - at);
    return { at, rate };
  });
  return { requests, rates, end };
}

/** Whether all that happens after `last` and by `at`, both before anybody has noticed, is that load balancers learn of the loss. */
function isForLoadBalancers({ passages, nodes, noticedAt }: Course, last: Seconds, at: Seconds): boolean {
  const happens = (moment: Seconds) => last < moment && moment <= at;
  if (at >= noticedAt || nodes.joining.some(({ readyAt }) => happens(readyAt))) return false;
  return !passages.some(({ reason, unreadyAt, readyAt }) => happens(readyAt) || (reason === 'preempted' && happens(unreadyAt)));
}

/** Their Services alone are routed anew. */
function throughLoadBalancers(course: Course, routing: Routing, at: Seconds, before: readonly ServiceState[]): readonly ServiceState[] {
  const concerned = new Set(routing.links.flatMap(({ to }) => (to.kind === 'loadBalancer' ? [to.service] : [])));
  if (concerned.size === 0) return before;
  const { routing: narrow, workloads } = narrowed(routing, concerned);
  const now = servicesAt(course, narrow, at, podsInOrder(course, at).filter(({ workload }) => workloads.has(workload)));
  return before.map((state, number) => (concerned.has(number) ? (now[number] ?? state) : state));
}

/** The first moment from which on the rate is that of the end, but for rounding errors. */
function steadySince(rates: readonly ErrorRate[]): Seconds {
  const final = rates.at(-1)?.rate ?? 0;
  return rates[rates.findLastIndex(({ rate }) => Math.abs(rate - final) > 1e-9) + 1]?.at ?? (0 as Seconds);
}

/** Moments at which requests may go elsewhere, in order, the loss first. `workloads` null: of all pods. */
function momentsOf({ passages, nodes, loadBalancers, noticedAt }: Course, { links }: Routing, workloads: ReadonlySet<string> | null): readonly Seconds[] {
  const moments = new Set<Seconds>([0 as Seconds, noticedAt]);
  for (const { to } of links) {
    if (to.kind !== 'loadBalancer') continue;
    const { targetsAt, dnsAt } = loadBalancers[to.entrance.entity.type];
    moments.add(targetsAt).add(dnsAt);
  }
  for (const { readyAt } of nodes.joining) moments.add(readyAt);
  for (const { pod, reason, unreadyAt, readyAt } of passages) {
    if (workloads !== null && !workloads.has(pod.workload)) continue;
    moments.add(readyAt);
    if (reason === 'preempted') moments.add(unreadyAt);
  }
  moments.delete(never);
  return [...moments].sort((a, b) => a - b);
}

/** Numbers of the Services that drop something, or whose requests, if only of callers to come, may yet find nobody. */
function toFollow({ passages }: Course, { services, servicesOfWorkload, links }: Routing, now: readonly ServiceState[]): ReadonlySet<number> {
  const followed = new Set<number>();
  services.forEach(({ rules: { policy } }, number) => {
    if ((now[number]?.dropped ?? 0) > 0 || policy.internalLocal || policy.externalLocal || policy.topologyKeys !== undefined) followed.add(number);
  });
  for (const { to } of links) {
    if (to.kind === 'loadBalancer' || (to.kind === 'service' && now[to.service]?.requestsPerSecond === 0)) followed.add(to.service);
  }
  for (const { reason, pod } of passages) if (reason === 'preempted') for (const number of servicesOfWorkload.get(pod.workload) ?? []) followed.add(number);
  return followed;
}

/** The same routing for some Services alone, and the workloads that it concerns: their pods, and who calls them. */
function narrowed(routing: Routing, services: ReadonlySet<number>): { readonly routing: Routing; readonly workloads: ReadonlySet<string> } {
  const links = routing.links.filter(({ to }) => (to.kind === 'service' || to.kind === 'loadBalancer') && services.has(to.service));
  const servicesOfWorkload = new Map([...routing.servicesOfWorkload].flatMap(([workload, numbers]) => {
    const own = numbers.filter((number) => services.has(number));
    return own.length === 0 ? [] : [[workload, own] as const];
  }));
  const callers = links.flatMap(({ from }) => (from.kind === 'workload' ? [from.id] : []));
  return { routing: { ...routing, links, servicesOfWorkload }, workloads: new Set([...servicesOfWorkload.keys(), ...callers]) };
}
