import type { Workload } from '../design/schema';
import type { Container, ContainerPort, ResourceList, ResourceRequirements } from '../kubernetes/objects';
import { quantityMilliValue, quantityValue } from '../kubernetes/quantity';
import type { Note } from './notes';

type DrawnContainer = Workload['containers'][number];
type Mount = NonNullable<Container['volumeMounts']>[number];

export interface Containers {
  readonly containers: readonly Container[];
  readonly initContainers: readonly Container[];
}

/** A workload's containers as the API takes them; what it would refuse is mended, with a sentence in `notes`. */
export function containersOf(workload: Workload, notes: Note[]): Containers {
  const mounts = mountsOf(workload, notes);
  const hostPorts = new Set<string>();
  const portNames = new Set<string>();
  const make = (drawn: DrawnContainer): Container => {
    const ports = portsOf(drawn, hostPorts, portNames, workload, notes);
    const resources = resourcesOf(drawn, workload, notes);
    const image = drawn.image.trim();
    return {
      name: drawn.name,
      image: image === '' ? 'registry.k8s.io/pause:3.10' : image,
      ...(ports.length === 0 ? {} : { ports }),
      ...(resources === undefined ? {} : { resources }),
    };
  };
  return {
    containers: workload.containers.map((drawn) => ({ ...make(drawn), ...(mounts.length === 0 ? {} : { volumeMounts: mounts }) })),
    initContainers: workload.initContainers.map((drawn) => (drawn.sidecar ? { ...make(drawn), restartPolicy: 'Always' } : make(drawn))),
  };
}

function mountsOf(workload: Workload, notes: Note[]): readonly Mount[] {
  const paths = new Set<string>();
  return workload.volumes
    .map(({ name, mountPath }) => ({ name, mountPath: mountPath.trim() === '' ? '/data' : mountPath }))
    .filter(({ name, mountPath }) => {
      const first = !paths.has(mountPath);
      paths.add(mountPath);
      if (!first) notes.push((say) => say.mountPathTaken(workload, name, mountPath));
      return first;
    });
}

function portsOf(drawn: DrawnContainer, hostPorts: Set<string>, portNames: Set<string>, workload: Workload, notes: Note[]): readonly ContainerPort[] {
  return drawn.ports.map((port) => {
    const name = port.name !== undefined && isPortName(port.name) && !portNames.has(port.name) ? port.name : undefined;
    if (name !== undefined) portNames.add(name);
    const hostPort = port.hostPort === undefined ? undefined : `${port.hostPort}/${port.protocol}`;
    const twice = hostPort !== undefined && hostPorts.has(hostPort);
    if (twice) notes.push((say) => say.hostPortTwice(workload, hostPort));
    if (hostPort !== undefined) hostPorts.add(hostPort);
    return {
      ...(name === undefined ? {} : { name }),
      containerPort: port.containerPort,
      ...(port.hostPort === undefined || twice ? {} : { hostPort: port.hostPort }),
      protocol: port.protocol,
    };
  });
}

/** Source: kubernetes/apimachinery pkg/util/validation, IsValidPortName: at least one letter, no `--`. */
function isPortName(name: string): boolean {
  return name.length <= 15 && /[a-z]/.test(name) && !name.includes('--');
}

/** Requests and limits that the API takes: known resource names, no request above its limit, whole devices with equal limits. */
function resourcesOf(drawn: DrawnContainer, workload: Workload, notes: Note[]): ResourceRequirements | undefined {
  const requests: Record<string, string> = {};
  const limits: Record<string, string> = {};
  for (const [name, quantity] of sorted(drawn.limits)) if (isContainerResource(name, workload, notes)) limits[name] = whole(name, quantity);
  for (const [name, quantity] of sorted(drawn.requests)) {
    if (!isContainerResource(name, workload, notes)) continue;
    requests[name] = whole(name, quantity);
    const limit = limits[name];
    if (isDevice(name)) {
      limits[name] = whole(name, quantity);
    } else if (limit !== undefined && quantityMilliValue(limit) < quantityMilliValue(quantity) && quantityValue(limit) <= quantityValue(quantity)) {
      limits[name] = quantity;
      notes.push((say) => say.limitRaised(workload, { container: drawn.name, resource: name, quantity }));
    }
  }
  const hugePages = [...new Set([...Object.keys(requests), ...Object.keys(limits)])].filter((name) => name.startsWith('hugepages-'));
  if (hugePages.length > 0 && requests['cpu'] === undefined && requests['memory'] === undefined && limits['cpu'] === undefined && limits['memory'] === undefined) {
    for (const name of hugePages) {
      delete requests[name];
      delete limits[name];
    }
    notes.push((say) => say.hugePages(workload, drawn.name));
  }
  const resources = {
    ...(Object.keys(requests).length === 0 ? {} : { requests }),
    ...(Object.keys(limits).length === 0 ? {} : { limits }),
  };
  return Object.keys(resources).length === 0 ? undefined : resources;
}

/** Requests that the API fills in from limits. Source: kubernetes/kubernetes pkg/apis/core/v1/defaults.go, SetDefaults_Pod. */
export function withDefaultRequests(container: Container): Container {
  const { requests, limits } = container.resources ?? {};
  if (limits === undefined || Object.keys(limits).every((name) => requests?.[name] !== undefined)) return container;
  return { ...container, resources: { requests: { ...limits, ...requests }, limits } };
}

const COMPUTE = new Set(['cpu', 'memory', 'ephemeral-storage']);

function isContainerResource(name: string, workload: Workload, notes: Note[]): boolean {
  if (isResourceName(name)) return true;
  notes.push((say) => say.containerResource(workload, name));
  return false;
}

/** Source: kubernetes/kubernetes pkg/apis/core/helper, IsStandardContainerResourceName and IsExtendedResourceName. */
export function isResourceName(name: string): boolean {
  if (COMPUTE.has(name)) return true;
  if (/^hugepages-[1-9][0-9]*(Ki|Mi|Gi)$/.test(name)) return true;
  return name.includes('/') && !name.includes('kubernetes.io/') && !name.startsWith('requests.');
}

/** Resources that cannot be overcommitted: their limit equals their request, in whole units. */
function isDevice(name: string): boolean {
  return !COMPUTE.has(name);
}

function whole(name: string, quantity: string): string {
  return isDevice(name) && !name.startsWith('hugepages-') ? String(quantityValue(quantity)) : quantity;
}

export function sorted(resources: ResourceList): readonly (readonly [string, string])[] {
  return Object.entries(resources).sort(([a], [b]) => (a < b ? -1 : 1));
}
