import { loadBalancersOf, serviceType } from '../cluster/serviceType';
import type { Design, Link, LoadBalancer, ServiceEntity, Workload } from '../design/schema';
import { entityById } from '../design/tree';
import type { Baseline } from '../failure/baseline';
import { targetTypeOf } from '../routing/loadBalancer';

/** A Service, and what decides which of its fields play a part in its traffic. */
export interface Subject {
  readonly design: Design;
  /** Of Kubernetes 1. */
  readonly minor: number;
  readonly service: ServiceEntity;
  /** Once its load balancers are made. */
  readonly type: ServiceEntity['type'];
  readonly balancers: readonly LoadBalancer[];
  /** Those whose pods it selects. */
  readonly workloads: readonly Workload[];
  /** That lead to it, through a load balancer or not. */
  readonly links: readonly Link[];
  /** Somebody calls its ClusterIP from a node of the cluster. */
  readonly calledInside: boolean;
  /** Requests come to a node port, of a load balancer's instance target or straight from a client. */
  readonly calledThroughNodes: boolean;
  /** kube-proxy may choose among pods of several zones, so that hints decide. */
  readonly hintsMatter: boolean;
}

/** Null where the id is no Service's. */
export function subjectOf({ placed, routing }: Baseline, id: string): Subject | null {
  const { design, cluster } = placed;
  const service = entityById(design, id);
  const number = routing.services.findIndex(({ entity }) => entity === id);
  if (service?.kind !== 'service' || number === -1) return null;
  const type = serviceType(design, service);
  const minor = Number(design.settings.kubernetesVersion.split('.')[1]);
  const routed = routing.links.filter(({ to }) => (to.kind === 'service' || to.kind === 'loadBalancer') && to.service === number);
  const direct = routed.filter(({ to }) => to.kind === 'service');
  const calledInside = direct.some(({ from }) => from.kind === 'workload' || (type === 'ClusterIP' && from.from === 'vpc'));
  const calledThroughNodes =
    direct.some(({ from }) => from.kind === 'client' && type !== 'ClusterIP') ||
    routed.some(({ to }) => to.kind === 'loadBalancer' && targetTypeOf(to.entrance.entity) === 'instance');
  const selected = cluster.services.find((each) => each.service === id)?.workloads ?? [];
  return {
    design,
    minor,
    service,
    type,
    balancers: loadBalancersOf(design, service),
    workloads: selected.flatMap((workload) => {
      const entity = entityById(design, workload);
      return entity?.kind === 'workload' ? [entity] : [];
    }),
    links: routed.map(({ link }) => link),
    calledInside,
    calledThroughNodes,
    hintsMatter: (calledInside && service.internalTrafficPolicy === 'Cluster') || (calledThroughNodes && service.externalTrafficPolicy === 'Cluster'),
  };
}
