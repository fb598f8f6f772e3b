import { inByteOrder } from '../byteOrder';
import type { Design, ServiceEntity } from '../design/schema';
import { entitiesOf } from '../design/tree';
import type { Labels, Service, ServicePort } from '../kubernetes/objects';
import { objectKey } from '../kubernetes/objects';
import type { ClusterPod, ClusterService } from './cluster';
import { nodePorts, portKey } from './nodePorts';
import { objectNames } from './objectNames';
import { ownLoadBalancer, serviceType } from './serviceType';
import type { WorkloadManifest } from './workloadManifest';

/** A Service as the API has it, and what of the drawing this Kubernetes version cannot say. */
export interface MadeService {
  readonly object: Service;
  readonly notes: readonly string[];
}

/** The design's Services by id, each with the workloads whose pods it selects. `notes` gets what the API does not take. */
export function clusterServices(
  design: Design,
  manifests: readonly WorkloadManifest[],
  pods: ReadonlyMap<string, readonly ClusterPod[]>,
  notes: string[],
): readonly ClusterService[] {
  return entitiesOf(design, 'service').map((service) => {
    const { object, notes: own } = serviceObject(design, service);
    notes.push(...own);
    const workloads = manifests.filter((manifest) => selects(service, manifest, pods.get(manifest.workload.id) ?? [])).map(({ workload }) => workload.id);
    return { key: objectKey(object), service: service.id, object, workloads };
  });
}

/** Node ports included: the API server would choose them if they were not given. */
export function serviceObject(design: Design, service: ServiceEntity): MadeService {
  const name = objectNames(design).services.get(service.id) ?? service.name;
  const notes: string[] = [];
  const type = serviceType(design, service);
  const open = type !== 'ClusterIP';
  const topology = topologyOf(design, service, notes);
  const nodePortsOfService = nodePorts(design).get(service.id);
  const seen = new Set<string>();
  const ports: ServicePort[] = [];
  const portNames = new Set<string>();
  for (const [i, port] of service.ports.entries()) {
    const key = portKey(port);
    const nodePort = nodePortsOfService?.get(key);
    if (seen.has(key)) {
      notes.push(`Service ${service.namespace}/${service.name} (${service.id}): port ${key} is drawn twice and there once.`);
      continue;
    }
    seen.add(key);
    const drawnName = port.name !== undefined && !portNames.has(port.name) ? port.name : undefined;
    const portName = drawnName ?? (service.ports.length > 1 ? `port-${i}` : undefined);
    if (portName !== undefined) portNames.add(portName);
    ports.push({
      ...(portName === undefined ? {} : { name: portName }),
      port: port.port,
      targetPort: port.targetPort ?? port.port,
      ...(nodePort === undefined ? {} : { nodePort }),
      protocol: port.protocol,
    });
  }
  const object: Service = {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name, namespace: service.namespace, ...(topology.annotations === undefined ? {} : { annotations: topology.annotations }) },
    spec: {
      type,
      ...(ownLoadBalancer(design, service)?.type === 'nlb' ? { loadBalancerClass: 'service.k8s.aws/nlb' } : {}),
      ...(Object.keys(service.selector).length === 0 ? {} : { selector: inByteOrder(service.selector) }),
      ports,
      ...(open ? { externalTrafficPolicy: service.externalTrafficPolicy } : {}),
      internalTrafficPolicy: service.internalTrafficPolicy,
      ...topology.spec,
      ...(service.publishNotReadyAddresses ? { publishNotReadyAddresses: true } : {}),
    },
  };
  return { object, notes };
}

interface Topology {
  readonly annotations?: Labels;
  readonly spec?: Pick<Service['spec'], 'trafficDistribution' | 'topologyKeys'>;
}

/** How a Service keeps traffic near, as far as the design's Kubernetes version knows the way (KEPs 536, 2433, 4444, 3015). */
function topologyOf(design: Design, { topology, namespace, name, id }: ServiceEntity, notes: string[]): Topology {
  const minor = Number(design.settings.kubernetesVersion.split('.')[1]);
  const missing = (what: string, since: string): Topology => {
    notes.push(`Service ${namespace}/${name} (${id}): Kubernetes ${design.settings.kubernetesVersion} has no ${what} (${since}); it is left out.`);
    return {};
  };
  switch (topology.mode) {
    case 'none':
      return {};
    case 'auto':
      if (minor < 27) return missing('annotation service.kubernetes.io/topology-mode', 'since 1.27');
      return { annotations: { 'service.kubernetes.io/topology-mode': 'Auto' } };
    case 'trafficDistribution': {
      const { trafficDistribution } = topology;
      const since = trafficDistribution === 'PreferClose' ? 31 : 34;
      if (minor < since) return missing(`trafficDistribution ${trafficDistribution}`, `on by default since 1.${since}`);
      return { spec: { trafficDistribution } };
    }
    case 'topologyKeys':
      if (minor > 21) return missing('topologyKeys', 'removed in 1.22');
      notes.push(`Service ${namespace}/${name} (${id}): no Kubernetes API of today has topologyKeys (removed in 1.22); they are left out of what is written.`);
      return { spec: { topologyKeys: topology.topologyKeys } };
  }
}

function selects(service: ServiceEntity, manifest: WorkloadManifest, pods: readonly ClusterPod[]): boolean {
  const wanted = Object.entries(service.selector);
  if (wanted.length === 0 || manifest.workload.namespace !== service.namespace) return false;
  const matches = (labels: Labels | undefined): boolean => wanted.every(([key, value]) => labels?.[key] === value);
  if (matches(manifest.podLabels)) return true;
  return manifest.workload.type === 'StatefulSet' && pods.some(({ object }) => matches(object.metadata.labels));
}

/** By workload id: the first Service by id that selects it. */
export function governingServices(services: readonly ClusterService[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const { object, workloads } of services) for (const id of workloads) if (!names.has(id)) names.set(id, object.metadata.name);
  return names;
}
