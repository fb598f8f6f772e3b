import type { Node, Pod, Service, ServicePort } from '../kubernetes/objects';
import { compileLabels, labelValue, matchesLabels } from '../kubernetes/selector';

const ZONE_LABEL = 'topology.kubernetes.io/zone';

/**
 * One endpoint of an EndpointSlice, under the API's own names. A missing `zone` means that the node has no zone label.
 * Only ready endpoints carry hints. Source: kubernetes/endpointslice utils.go, `podToEndpoint`.
 */
export interface Endpoint {
  /** The pod's name, or `namespace/name` where the caller's names are such. */
  readonly pod: string;
  readonly zone?: string;
  readonly node?: string;
  readonly ready: boolean;
  readonly serving: boolean;
  readonly terminating: boolean;
  readonly forZones?: readonly string[];
  readonly forNodes?: readonly string[];
}

/** The zone that a node says it is in; undefined without the label, or where it is empty. */
export function zoneOf(node: Node | undefined): string | undefined {
  return labelValue(node?.metadata.labels, ZONE_LABEL) || undefined;
}

export type AddressType = 'IPv4' | 'IPv6';

export interface EndpointInput {
  readonly service: Service;
  /** In the order in which they should be looked at: ties of topology hints follow it. */
  readonly pods: readonly Pod[];
  readonly nodes: ReadonlyMap<string, Node>;
  readonly addressType: AddressType;
}

/** Endpoints of a Service with a selector, without hints, in the order of `pods`. A Service without a selector has none. */
export function endpointsOf({ service, pods, nodes, addressType }: EndpointInput): Endpoint[] {
  const namespace = service.metadata.namespace ?? 'default';
  const selector = compileLabels(service.spec.selector);
  const publishNotReady = service.spec.publishNotReadyAddresses === true;
  const endpoints: Endpoint[] = [];
  // Without a selector, or with an ExternalName, someone else makes the endpoints.
  if (selector.kind === 'everything' || service.spec.type === 'ExternalName') return endpoints;
  for (const pod of pods) {
    if ((pod.metadata.namespace ?? 'default') !== namespace) continue;
    if (!matchesLabels(selector, pod.metadata.labels)) continue;
    if (isTerminal(pod) || !hasAddress(pod, addressType)) continue;
    const node = pod.spec.nodeName === undefined ? undefined : nodes.get(pod.spec.nodeName);
    // The controller leaves out pods whose Node it does not know, unless even unready addresses are published.
    if (node === undefined && !publishNotReady) continue;
    endpoints.push(podToEndpoint(pod, node, publishNotReady));
  }
  return endpoints;
}

function podToEndpoint(pod: Pod, node: Node | undefined, publishNotReady: boolean): Endpoint {
  const serving = pod.status?.conditions?.some((c) => c.type === 'Ready' && c.status === 'True') ?? false;
  const terminating = pod.metadata.deletionTimestamp !== undefined;
  const zone = zoneOf(node);
  return {
    pod: pod.metadata.name,
    ...(zone === undefined ? {} : { zone }),
    ...(pod.spec.nodeName === undefined ? {} : { node: pod.spec.nodeName }),
    ready: publishNotReady || (serving && !terminating),
    serving,
    terminating,
  };
}

function isTerminal(pod: Pod): boolean {
  return pod.status?.phase === 'Succeeded' || pod.status?.phase === 'Failed';
}

function hasAddress(pod: Pod, addressType: AddressType): boolean {
  const addresses = pod.status?.podIPs?.map(({ ip }) => ip) ?? [];
  const all = addresses.length > 0 ? addresses : [pod.status?.podIP ?? ''];
  return all.some((ip) => ip !== '' && ip.includes(':') === (addressType === 'IPv6'));
}

/** Whether a pod has the port that a Service port aims at: a number always, a name if one of its containers has it. */
export function hasTargetPort(pod: Pod, port: ServicePort): boolean {
  const { targetPort, protocol = 'TCP' } = port;
  if (typeof targetPort !== 'string') return true;
  const sidecars = (pod.spec.initContainers ?? []).filter((container) => container.restartPolicy === 'Always');
  return [...pod.spec.containers, ...sidecars].some((container) =>
    container.ports?.some((p) => p.name === targetPort && (p.protocol ?? 'TCP') === protocol),
  );
}
