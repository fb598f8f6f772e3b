import type { Node } from '../kubernetes/objects';
import { ok, type Result } from '../result';
import { cpuRatios, ratioNodes } from './hints';
import { readDump, type DumpError } from './readDump';
import { routeService, type RouteResult } from './routeService';

export interface RoutedDump {
  /** One for each Service with a selector, in the order of the dump. */
  readonly results: readonly RouteResult[];
  /** The other Services, `namespace/name` in the order of the dump: their endpoints are made by someone else. */
  readonly withoutSelector: readonly string[];
}

/**
 * Routes every Service of a `v1.List`. EndpointSlices are worked out from the pods, as a controller would that starts
 * afresh; those in the dump are passed over. Whatever the list is, the answer is a result or an error with its place.
 */
export function routeDump(list: unknown): Result<RoutedDump, DumpError> {
  const read = readDump(list);
  if (!read.ok) return read;
  const { nodes, pods, services } = read.value;
  const cluster = {
    nodes,
    nodesByName: new Map(nodes.map((node) => [node.metadata.name, node])),
    pods,
    ratios: cpuRatios(ratioNodes(nodes)),
    topologyKeys: nodes.length > 0 && nodes.every(followsTopologyKeys),
  };
  const hasSelector = ({ spec }: (typeof services)[number]) => Object.keys(spec.selector ?? {}).length > 0;
  return ok({
    results: services.filter(hasSelector).map((service) => routeService(service, cluster)),
    withoutSelector: services
      .filter((service) => !hasSelector(service))
      .map(({ metadata: { namespace = 'default', name } }) => `${namespace}/${name}`),
  });
}

/** topologyKeys came with Kubernetes 1.17 and went with 1.22; a node that does not tell its version is a newer one. */
function followsTopologyKeys(node: Node): boolean {
  const version = /^v?1\.(\d+)/.exec(node.status.nodeInfo?.kubeletVersion ?? '');
  const minor = version === null ? Infinity : Number(version[1]);
  return minor >= 17 && minor < 22;
}
