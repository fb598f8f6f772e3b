import { compareBytes } from '../byteOrder';
import type { Node, Pod, Service } from '../kubernetes/objects';
import { endpointsOf, hasTargetPort, zoneOf, type AddressType, type Endpoint } from './endpoints';
import { addHints, topologyModeIsAuto, type CpuRatios, type Hinted } from './hints';
import { kubeProxy, servicePolicy } from './kubeProxy';
import { distributeTraffic } from './trafficDistribution';

/** What Kubernetes makes of one Service: its endpoints, and which of them each node's kube-proxy uses. */
export interface RouteResult {
  /** `namespace/name`. */
  readonly service: string;
  /** By pod name. */
  readonly endpoints: Readonly<Record<string, Omit<Endpoint, 'pod'>>>;
  /** Events of the EndpointSlice controller on the Service, `TYPE REASON MESSAGE`. */
  readonly events?: readonly string[];
  /** By node name: pod names in byte order. An empty list drops the traffic. */
  readonly nodes: Readonly<Record<string, { readonly internal: readonly string[]; readonly external: readonly string[] }>>;
}

export interface RoutedCluster {
  readonly nodes: readonly Node[];
  readonly nodesByName: ReadonlyMap<string, Node>;
  readonly pods: readonly Pod[];
  readonly ratios: CpuRatios;
  /** Whether kube-proxy still follows topologyKeys: Kubernetes before 1.22. */
  readonly topologyKeys: boolean;
}

/** Routes one Service with a selector through the EndpointSlice controller and every node's kube-proxy. */
export function routeService(service: Service, cluster: RoutedCluster): RouteResult {
  const hinted = addressTypesOf(service).map((addressType) => withHints(service, cluster, addressType));
  const endpoints = hinted[0]?.endpoints ?? [];
  const events = hinted.flatMap((family) => family.events);
  const { topologyKeys, ...policy } = servicePolicy(service);
  const serving = withFirstPort(service, cluster.pods, endpoints);
  const choose = kubeProxy(
    serving,
    cluster.topologyKeys && topologyKeys !== undefined ? { ...policy, topologyKeys } : policy,
    (name) => cluster.nodesByName.get(name)?.metadata.labels,
  );
  // Nodes with the same choice share one array, here too: a thousand nodes times a thousand pods is one list.
  const known = new Map<readonly number[], readonly string[]>();
  const names = (positions: readonly number[]) => {
    let list = known.get(positions);
    if (list === undefined) known.set(positions, (list = positions.flatMap((position) => serving[position]?.pod ?? []).sort(compareBytes)));
    return list;
  };
  // Headless: DNS gives the pods' own addresses, and kube-proxy has no rule to choose by.
  const headless = service.spec.clusterIP === 'None';
  return {
    service: `${service.metadata.namespace ?? 'default'}/${service.metadata.name}`,
    endpoints: Object.fromEntries(
      [...endpoints].sort((a, b) => compareBytes(a.pod, b.pod)).map(({ pod, ...endpoint }) => [pod, endpoint]),
    ),
    ...(events.length === 0 ? {} : { events }),
    nodes: Object.fromEntries(
      [...cluster.nodes]
        .sort((a, b) => compareBytes(a.metadata.name, b.metadata.name))
        .map((node) => {
          const { name, labels } = node.metadata;
          const lists = headless ? { internal: [], external: [] } : choose({ name, zone: zoneOf(node), labels });
          return [name, { internal: names(lists.internal), external: names(lists.external) }];
        }),
    ),
  };
}

function withHints(service: Service, cluster: RoutedCluster, addressType: AddressType): Hinted {
  const endpoints = endpointsOf({ service, pods: cluster.pods, nodes: cluster.nodesByName, addressType });
  if (topologyModeIsAuto(service)) return addHints(endpoints, cluster.ratios, addressType);
  const distribution = service.spec.trafficDistribution;
  return { endpoints: distribution === undefined ? endpoints : distributeTraffic(endpoints, distribution), events: [] };
}

/** The endpoints that have the Service's first port; they differ from all only where it aims at a port by name. */
function withFirstPort(service: Service, pods: readonly Pod[], endpoints: readonly Endpoint[]): readonly Endpoint[] {
  const port = service.spec.ports?.[0];
  if (typeof port?.targetPort !== 'string') return endpoints;
  const namespace = service.metadata.namespace ?? 'default';
  const lacking = new Set(
    pods.filter((pod) => (pod.metadata.namespace ?? 'default') === namespace && !hasTargetPort(pod, port)).map((pod) => pod.metadata.name),
  );
  return endpoints.filter(({ pod }) => !lacking.has(pod));
}

function addressTypesOf(service: Service): readonly AddressType[] {
  const families = service.spec.ipFamilies ?? [];
  if (families.length > 0) return families;
  return [service.spec.clusterIP?.includes(':') === true ? 'IPv6' : 'IPv4'];
}
