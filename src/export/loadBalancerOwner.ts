import { nodePorts, portKey } from '../cluster/nodePorts';
import { loadBalancersOf, ownLoadBalancer } from '../cluster/serviceType';
import type { Design, LoadBalancer, ServiceEntity } from '../design/schema';
import { entityById } from '../design/tree';

/** Which export makes a load balancer: the controller in the cluster from a Kubernetes object, or Terraform. */
export type LoadBalancerOwner = 'kubernetes' | 'terraform';

/**
 * The one answer for both exports. A Network or Classic Load Balancer is made by the controller in the cluster if its Service
 * is made into one, which holds for the first of a Service that is not drawn with node ports; an ALB by the controller from an
 * Ingress, unless its Service is drawn with node ports. Every other one is Terraform's, and so is one before nothing yet.
 */
export function loadBalancerOwner(design: Design, loadBalancer: LoadBalancer): LoadBalancerOwner {
  const service = serviceOf(design, loadBalancer);
  if (service === undefined) return 'terraform';
  if (loadBalancer.type === 'alb') return service.type === 'NodePort' ? 'terraform' : 'kubernetes';
  return ownLoadBalancer(design, service)?.id === loadBalancer.id ? 'kubernetes' : 'terraform';
}

/** The Service that a load balancer is in front of; undefined without one, or where it names nothing that exists. */
export function serviceOf(design: Design, loadBalancer: LoadBalancer): ServiceEntity | undefined {
  const entity = loadBalancer.service === undefined ? undefined : entityById(design, loadBalancer.service);
  return entity?.kind === 'service' ? entity : undefined;
}

/**
 * The node port of every port of a Service that a load balancer of Terraform's sends to, the same in both exports.
 * `null` for a Service whose node ports nothing outside the cluster needs to know: the API server may choose.
 */
export function nodePortsOf(design: Design, service: ServiceEntity): readonly (number | null)[] {
  const needed = loadBalancersOf(design, service).some((loadBalancer) => loadBalancerOwner(design, loadBalancer) === 'terraform');
  const all = nodePorts(design).get(service.id);
  return service.ports.map((port) => (needed ? all?.get(portKey(port)) : undefined) ?? port.nodePort ?? null);
}
