import { compareBytes } from '../byteOrder';
import type { Design, LoadBalancer, ServiceEntity } from '../design/schema';
import { entitiesOf, entityById } from '../design/tree';

/** Which export makes a load balancer: the controller in the cluster from a Kubernetes object, or Terraform. */
export type LoadBalancerOwner = 'kubernetes' | 'terraform';

/**
 * The one answer for both exports. A Service of type LoadBalancer has its (first) load balancer made by the controller in the
 * cluster from its annotations, an ALB with ip targets before a ClusterIP Service by the controller from an Ingress. Every
 * other one is Terraform's: before a NodePort Service, or before nothing yet.
 */
export function loadBalancerOwner(design: Design, loadBalancer: LoadBalancer): LoadBalancerOwner {
  const service = serviceOf(design, loadBalancer);
  if (service === undefined) return 'terraform';
  switch (service.type) {
    case 'LoadBalancer':
      return firstOf(design, service)?.id === loadBalancer.id ? 'kubernetes' : 'terraform';
    case 'ClusterIP':
      return loadBalancer.type === 'alb' && loadBalancer.targetType === 'ip' ? 'kubernetes' : 'terraform';
    case 'NodePort':
      return 'terraform';
  }
}

/** The Service that a load balancer is in front of; undefined without one, or where it names nothing that exists. */
export function serviceOf(design: Design, loadBalancer: LoadBalancer): ServiceEntity | undefined {
  const entity = loadBalancer.service === undefined ? undefined : entityById(design, loadBalancer.service);
  return entity?.kind === 'service' ? entity : undefined;
}

function firstOf(design: Design, service: ServiceEntity): LoadBalancer | undefined {
  return entitiesOf(design, 'loadBalancer').find((loadBalancer) => loadBalancer.service === service.id);
}

/** The range that the API server takes node ports from by default (`--service-node-port-range`). */
const firstNodePort = 30_000;
const lastNodePort = 32_767;

/**
 * The node port of every port of a Service that a load balancer of Terraform's sends to: the one that the design names, else one
 * that is derived from the Service's id and its port, so that both exports name the same. `null` for a Service whose node ports
 * nothing outside the cluster needs to know: the API server may choose.
 */
export function nodePortsOf(design: Design, service: ServiceEntity): readonly (number | null)[] {
  const named = service.ports.map((port) => port.nodePort ?? null);
  const needed = entitiesOf(design, 'loadBalancer').some(
    (loadBalancer) => loadBalancer.service === service.id && loadBalancerOwner(design, loadBalancer) === 'terraform',
  );
  if (!needed || service.type === 'ClusterIP') return named;
  return allNodePorts(design).get(service.id) ?? named;
}

function allNodePorts(design: Design): ReadonlyMap<string, readonly number[]> {
  const services = entitiesOf(design, 'service').filter((service) => service.type !== 'ClusterIP');
  const taken = new Set(services.flatMap((service) => service.ports.flatMap((port) => port.nodePort ?? [])));
  const result = new Map<string, readonly number[]>();
  for (const service of [...services].sort((a, b) => compareBytes(a.id, b.id))) {
    result.set(
      service.id,
      service.ports.map((port) => {
        if (port.nodePort !== undefined) return port.nodePort;
        const size = lastNodePort - firstNodePort + 1;
        let candidate = firstNodePort + (hash(`${service.id}/${port.protocol}/${port.port}`) % size);
        for (let step = 0; taken.has(candidate) && step < size; step++) {
          candidate = candidate === lastNodePort ? firstNodePort : candidate + 1;
        }
        taken.add(candidate);
        return candidate;
      }),
    );
  }
  return result;
}

/** FNV-1a, 32 bits: a number for a text that stays the same when others come and go. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    value ^= text.charCodeAt(i);
    value = Math.imul(value, 0x01000193);
  }
  return value >>> 0;
}
