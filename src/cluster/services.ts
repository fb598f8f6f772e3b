import { inByteOrder } from '../byteOrder';
import type { Design, ServiceEntity } from '../design/schema';
import { entitiesOf } from '../design/tree';
import type { Labels, Service, ServicePort } from '../kubernetes/objects';
import { objectKey } from '../kubernetes/objects';
import type { ClusterPod, ClusterService } from './cluster';
import { nodePorts, portKey } from './nodePorts';
import { objectNames } from './objectNames';
import { ownLoadBalancer, serviceType } from './serviceType';
import { REPLICA_LABELS } from './pods';
import type { WorkloadManifest } from './workloadManifest';
import type { Note } from './notes';

/** A Service as the API has it, and what of the drawing this Kubernetes version cannot say. */
export interface MadeService {
  readonly object: Service;
  readonly notes: readonly Note[];
}

/** The design's Services by id, each with the workloads whose pods it selects. `notes` gets what the API does not take. */
export function clusterServices(
  design: Design,
  manifests: readonly WorkloadManifest[],
  pods: ReadonlyMap<string, readonly ClusterPod[]>,
  notes: Note[],
): readonly ClusterService[] {
  let known = made.get(manifests);
  if (known === undefined) made.set(manifests, (known = new WeakMap()));
  return entitiesOf(design, 'service').map((service) => {
    const context = contextOf(design, service);
    let own = known.get(service);
    if (own?.context !== context) {
      const { object, notes: said } = serviceObject(design, service);
      own = { context, notes: said, made: { key: objectKey(object), service: service.id, object, workloads: own?.made.workloads ?? selectedBy(service, manifests, pods) } };
      known.set(service, own);
    }
    notes.push(...own.notes);
    return own.made;
  });
}

/** By the workloads as they are: the same object as before where neither they nor the Service and what it refers to have changed. */
const made = new WeakMap<readonly WorkloadManifest[], WeakMap<ServiceEntity, { readonly context: string; readonly notes: readonly Note[]; readonly made: ClusterService }>>();

/** All that `serviceObject` reads beside the Service itself. */
function contextOf(design: Design, service: ServiceEntity): string {
  const ports = [...(nodePorts(design).get(service.id) ?? [])].join(' ');
  return [objectNames(design).services.get(service.id), serviceType(design, service), ownLoadBalancer(design, service)?.type, design.settings.kubernetesVersion, ports].join('|');
}

function selectedBy(service: ServiceEntity, manifests: readonly WorkloadManifest[], pods: ReadonlyMap<string, readonly ClusterPod[]>): readonly string[] {
  const wanted = Object.entries(service.selector);
  const near = wanted.length === 0 ? [] : manifests.filter(({ workload }) => workload.namespace === service.namespace);
  return near.filter((manifest) => selects(wanted, manifest, pods.get(manifest.workload.id) ?? [])).map(({ workload }) => workload.id);
}

/** Node ports included: the API server would choose them if they were not given. */
export function serviceObject(design: Design, service: ServiceEntity): MadeService {
  const name = objectNames(design).services.get(service.id) ?? service.name;
  const notes: Note[] = [];
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
      notes.push((say) => say.servicePortTwice(service, key));
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
function topologyOf(design: Design, service: ServiceEntity, notes: Note[]): Topology {
  const { topology } = service;
  const version = design.settings.kubernetesVersion;
  const minor = Number(version.split('.')[1]);
  const missing = (field: string, since: string, isDefault = false): Topology => {
    notes.push((say) => say.topologyTooNew(service, { version, field, since, isDefault }));
    return {};
  };
  switch (topology.mode) {
    case 'none':
      return {};
    case 'auto':
      if (minor < 27) return missing('annotation service.kubernetes.io/topology-mode', '1.27');
      return { annotations: { 'service.kubernetes.io/topology-mode': 'Auto' } };
    case 'trafficDistribution': {
      const { trafficDistribution } = topology;
      const since = trafficDistribution === 'PreferClose' ? 31 : 34;
      if (minor < since) return missing(`trafficDistribution ${trafficDistribution}`, `1.${since}`, true);
      return { spec: { trafficDistribution } };
    }
    case 'topologyKeys':
      if (minor > 21) {
        notes.push((say) => say.topologyKeysRemoved(service, version));
        return {};
      }
      notes.push((say) => say.topologyKeysNotWritten(service));
      return { spec: { topologyKeys: topology.topologyKeys } };
  }
}

function selects(wanted: readonly (readonly [string, string])[], { podLabels, workload }: WorkloadManifest, pods: readonly ClusterPod[]): boolean {
  const matches = (labels: Labels | undefined): boolean => wanted.every(([key, value]) => labels?.[key] === value);
  if (matches(podLabels)) return true;
  // A selector that asks for none of the labels that tell replicas apart has had its answer.
  if (workload.type !== 'StatefulSet' || !wanted.some(([key]) => REPLICA_LABELS.includes(key))) return false;
  return pods.some(({ object }) => matches(object.metadata.labels));
}

/** By workload id: the first Service by id that selects it. */
export function governingServices(services: readonly ClusterService[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const { object, workloads } of services) for (const id of workloads) if (!names.has(id)) names.set(id, object.metadata.name);
  return names;
}
