import type { Labels, Service } from '../kubernetes/objects';
import type { Endpoint } from './endpoints';
import { filterByTopologyKeys } from './topologyKeys';

/** What of a Service decides which endpoints kube-proxy uses. */
export interface ServicePolicy {
  readonly internalLocal: boolean;
  readonly externalLocal: boolean;
  /** A node port, a load balancer's address or an external IP leads to it. */
  readonly externallyAccessible: boolean;
  /** Kubernetes 1.21 and before only. */
  readonly topologyKeys?: readonly string[];
}

/** The node that kube-proxy runs on. `zone` undefined: it has no zone label, or an empty one. */
export interface ProxyNode {
  readonly name: string;
  readonly zone: string | undefined;
  readonly labels: Labels | undefined;
}

/** Positions in the list of endpoints. kube-proxy shares evenly among them; an empty list drops the traffic. */
export interface ProxyLists {
  /** For clients on this node that call the ClusterIP. */
  readonly internal: readonly number[];
  /** For traffic that a load balancer or node port delivers to this node. */
  readonly external: readonly number[];
}

const NONE: readonly number[] = [];

export function servicePolicy(service: Service): ServicePolicy {
  const { spec, status } = service;
  const keys = spec.topologyKeys;
  return {
    internalLocal: spec.internalTrafficPolicy === 'Local',
    externalLocal: spec.externalTrafficPolicy === 'Local',
    externallyAccessible:
      (spec.ports ?? []).some((port) => (port.nodePort ?? 0) !== 0) ||
      (spec.externalIPs ?? []).length > 0 ||
      (status?.loadBalancer?.ingress ?? []).some(({ ip }) => ip !== undefined),
    ...(keys === undefined ? {} : { topologyKeys: keys }),
  };
}

/**
 * kube-proxy's choice on each node for one Service. What does not depend on the node is worked out once, and nodes with
 * the same choice share one array, so that callers may group by it. `labelsOf` gives the labels of an endpoint's node,
 * for topologyKeys. Source: kubernetes/kubernetes pkg/proxy/topology.go, `CategorizeEndpoints`.
 */
export function kubeProxy(
  endpoints: readonly Endpoint[],
  policy: ServicePolicy,
  labelsOf: (node: string) => Labels | undefined,
): (node: ProxyNode) => ProxyLists {
  const usesCluster = !policy.internalLocal || policy.externallyAccessible;
  const cluster = usesCluster ? clusterLists(endpoints, policy, labelsOf) : () => NONE;
  const local = policy.internalLocal || policy.externalLocal ? localLists(endpoints) : () => NONE;
  return (node) => {
    const clusterList = cluster(node);
    return {
      internal: policy.internalLocal ? local(node) : clusterList,
      external: policy.externalLocal ? local(node) : clusterList,
    };
  };
}

type Choose = (node: ProxyNode) => readonly number[];

function clusterLists(endpoints: readonly Endpoint[], policy: ServicePolicy, labelsOf: (node: string) => Labels | undefined): Choose {
  const ready = positions(endpoints, (endpoint) => endpoint.ready);
  if (ready.length === 0) {
    const leaving = positions(endpoints, (endpoint) => endpoint.serving && endpoint.terminating);
    return () => leaving;
  }
  const { topologyKeys } = policy;
  if (topologyKeys !== undefined && topologyKeys.length > 0) return topologyKeyLists(endpoints, ready, topologyKeys, labelsOf);
  // One ready endpoint without a hint switches hints off for the whole Service.
  const byNode = groupIfAll(endpoints, ready, (endpoint) => endpoint.forNodes);
  const byZone = groupIfAll(endpoints, ready, (endpoint) => endpoint.forZones);
  return (node) => byNode?.get(node.name) ?? (node.zone === undefined ? undefined : byZone?.get(node.zone)) ?? ready;
}

function topologyKeyLists(
  endpoints: readonly Endpoint[],
  ready: readonly number[],
  keys: readonly string[],
  labelsOf: (node: string) => Labels | undefined,
): Choose {
  const labelled = ready.map((position) => {
    const node = endpoints[position]?.node;
    return { labels: node === undefined ? undefined : labelsOf(node) };
  });
  const known = new Map<string, readonly number[]>();
  return (node) => {
    const group = keys.map((key) => node.labels?.[key] ?? '\0').join('\n');
    const before = known.get(group);
    if (before !== undefined) return before;
    const chosen = filterByTopologyKeys(labelled, keys, node.labels).flatMap((index) => ready[index] ?? []);
    known.set(group, chosen);
    return chosen;
  };
}

function localLists(endpoints: readonly Endpoint[]): Choose {
  const ready = groupByNode(endpoints, (endpoint) => endpoint.ready);
  const leaving = groupByNode(endpoints, (endpoint) => !endpoint.ready && endpoint.serving && endpoint.terminating);
  return (node) => ready.get(node.name) ?? leaving.get(node.name) ?? NONE;
}

function positions(endpoints: readonly Endpoint[], wanted: (endpoint: Endpoint) => boolean): number[] {
  const found: number[] = [];
  endpoints.forEach((endpoint, position) => {
    if (wanted(endpoint)) found.push(position);
  });
  return found;
}

function groupByNode(endpoints: readonly Endpoint[], wanted: (endpoint: Endpoint) => boolean): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  for (const position of positions(endpoints, wanted)) {
    const node = endpoints[position]?.node;
    if (node !== undefined) addTo(groups, node, position);
  }
  return groups;
}

function groupIfAll(
  endpoints: readonly Endpoint[],
  ready: readonly number[],
  hints: (endpoint: Endpoint) => readonly string[] | undefined,
): Map<string, number[]> | undefined {
  const groups = new Map<string, number[]>();
  for (const position of ready) {
    const endpoint = endpoints[position];
    const names = endpoint === undefined ? undefined : hints(endpoint);
    if (names === undefined || names.length === 0) return undefined;
    for (const name of names) addTo(groups, name, position);
  }
  return groups;
}

function addTo(groups: Map<string, number[]>, name: string, position: number): void {
  const group = groups.get(name);
  if (group === undefined) groups.set(name, [position]);
  else group.push(position);
}
