import type { LoadBalancer } from '../design/schema';
import { entityById } from '../design/tree';
import { targetTypeOf } from '../routing/loadBalancer';
import type { Context } from './context';

/** Names of the zones where a load balancer has targets that can answer: pods, or nodes that pass traffic on to one. */
export function targetZones(context: Context, balancer: LoadBalancer): ReadonlySet<string> {
  const service = balancer.service === undefined ? undefined : entityById(context.design, balancer.service);
  if (service?.kind !== 'service') return new Set();
  const pods = context.endpointsOf(service.id);
  const everyNode = targetTypeOf(balancer) === 'instance' && service.externalTrafficPolicy === 'Cluster';
  return new Set(everyNode && pods.length > 0 ? context.workerZones : pods.map((pod) => pod.zone));
}
