import { objectNames } from '../../cluster/objectNames';
import { ownLoadBalancer } from '../../cluster/serviceType';
import type { Design, LoadBalancer, ServiceEntity } from '../../design/schema';
import { entitiesOf, zonesOf } from '../../design/tree';
import type { Labels } from '../../kubernetes/objects';
import { loadBalancerOwner, serviceOf } from '../loadBalancerOwner';
import type { ManifestFile } from './manifestFile';
import { namespaceFolder } from './manifestFile';

const PREFIX = 'service.beta.kubernetes.io/aws-load-balancer';

/**
 * What a Service says of the load balancer that it is made into. Source: kubernetes-sigs/aws-load-balancer-controller
 * docs/guide/service/annotations.md; for a Classic one kubernetes/cloud-provider-aws docs/service_controller.md.
 */
export function loadBalancerAnnotations(design: Design, service: ServiceEntity): Labels {
  const balancer = ownLoadBalancer(design, service);
  if (balancer === undefined) return {};
  if (balancer.type === 'clb') {
    return {
      [`${PREFIX}-cross-zone-load-balancing-enabled`]: String(balancer.crossZone),
      ...(balancer.scheme === 'internal' ? { [`${PREFIX}-internal`]: 'true' } : {}),
    };
  }
  const attributes = [
    `load_balancing.cross_zone.enabled=${balancer.crossZone}`,
    ...(balancer.clientRoutingPolicy === 'any_availability_zone' ? [] : [`dns_record.client_routing_policy=${balancer.clientRoutingPolicy}`]),
  ];
  return {
    [`${PREFIX}-attributes`]: attributes.join(','),
    [`${PREFIX}-nlb-target-type`]: balancer.targetType,
    [`${PREFIX}-scheme`]: balancer.scheme,
    ...subnets(design, balancer, `${PREFIX}-subnets`),
  };
}

/** Left out where the load balancer has every zone: then the controller finds the subnets by their tags. */
function subnets(design: Design, balancer: LoadBalancer, key: string): Labels {
  const zones = zonesOf(design);
  const own = zones.filter(({ id }) => balancer.zones.includes(id));
  const { existing } = design.settings.network;
  const known = balancer.scheme === 'internal' ? existing?.privateSubnets : existing?.publicSubnets;
  if (own.length === 0 || (own.length === zones.length && known === undefined)) return {};
  const kind = balancer.scheme === 'internal' ? 'private' : 'public';
  const names = existing === undefined ? own.map(({ letter }) => `${design.settings.namePrefix}-${kind}-${letter}`) : own.flatMap(({ id }) => known?.[id] ?? []);
  return names.length === 0 ? {} : { [key]: names.join(',') };
}

/** An Ingress for each Application Load Balancer that the controller in the cluster makes. */
export function ingressFiles(design: Design): readonly ManifestFile[] {
  return entitiesOf(design, 'loadBalancer').flatMap((balancer) => {
    const service = serviceOf(design, balancer);
    if (balancer.type !== 'alb' || service === undefined || loadBalancerOwner(design, balancer) !== 'kubernetes') return [];
    return [{ folder: namespaceFolder(service.namespace), name: `ingress-${balancer.id}.yaml`, objects: [ingress(design, balancer, service)] }];
  });
}

/** The port of a Service that an Ingress can send to: its first TCP port. */
export function ingressPort(service: ServiceEntity): ServiceEntity['ports'][number] | undefined {
  return service.ports.find(({ protocol }) => protocol === 'TCP');
}

/** Source: kubernetes-sigs/aws-load-balancer-controller docs/guide/ingress/annotations.md. */
function ingress(design: Design, balancer: LoadBalancer, service: ServiceEntity): object {
  const port = ingressPort(service)?.port ?? 80;
  const name = objectNames(design).services.get(service.id) ?? service.name;
  return {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'Ingress',
    metadata: {
      name: balancer.id,
      namespace: service.namespace,
      annotations: {
        'alb.ingress.kubernetes.io/listen-ports': JSON.stringify([{ HTTP: port }]),
        'alb.ingress.kubernetes.io/scheme': balancer.scheme,
        ...subnets(design, balancer, 'alb.ingress.kubernetes.io/subnets'),
        'alb.ingress.kubernetes.io/target-group-attributes': `load_balancing.cross_zone.enabled=${balancer.crossZone}`,
        'alb.ingress.kubernetes.io/target-type': balancer.targetType,
      },
    },
    spec: {
      ingressClassName: 'alb',
      rules: [{ http: { paths: [{ path: '/', pathType: 'Prefix', backend: { service: { name, port: { number: port } } } }] } }],
    },
  };
}
