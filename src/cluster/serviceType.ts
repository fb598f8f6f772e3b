import type { Design, LoadBalancer, ServiceEntity } from '../design/schema';
import { entitiesOf } from '../design/tree';

/** The load balancers that point at a Service, by id. */
export function loadBalancersOf(design: Design, service: ServiceEntity): readonly LoadBalancer[] {
  return entitiesOf(design, 'loadBalancer').filter((balancer) => balancer.service === service.id);
}

/**
 * The type that a Service has once its load balancers are made. A Network or Classic Load Balancer needs type
 * LoadBalancer (or node ports that somebody registers); an ALB comes from an Ingress, and needs node ports for instance
 * targets, and no second load balancer from the Service itself.
 */
export function serviceType(design: Design, service: ServiceEntity): ServiceEntity['type'] {
  const balancers = loadBalancersOf(design, service);
  if (balancers.length === 0) return service.type;
  if (balancers.some(({ type }) => type !== 'alb')) return service.type === 'ClusterIP' ? 'LoadBalancer' : service.type;
  if (service.type === 'LoadBalancer') return 'NodePort';
  return balancers.some(({ targetType }) => targetType === 'instance') ? 'NodePort' : service.type;
}

/** The load balancer that the Service itself is made into: its first Network or Classic one. */
export function ownLoadBalancer(design: Design, service: ServiceEntity): LoadBalancer | undefined {
  if (serviceType(design, service) !== 'LoadBalancer') return undefined;
  return loadBalancersOf(design, service).find(({ type }) => type !== 'alb');
}
