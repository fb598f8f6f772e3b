import type { ClusterNode } from '../cluster/cluster';
import type { Labels, Node } from '../kubernetes/objects';
import { labelValue } from '../kubernetes/selector';
import { zoneOf } from './endpoints';
import { ratioNode, type RatioNode } from './hints';
import type { ProxyNode } from './kubeProxy';
import { once } from '../once';

/** A node as routing sees it; its place in the list of machines is its number. */
export interface Machine {
  readonly name: string;
  /** Number of its zone, in the zones of `Routing`. */
  readonly zone: number;
  /** Gone, though Kubernetes may not have noticed. */
  readonly dead: boolean;
  readonly worker: boolean;
  readonly facts: NodeFacts;
}

interface NodeFacts {
  readonly proxy: ProxyNode;
  /** Registered with load balancers as an instance target. */
  readonly isTarget: boolean;
  /** null: of the control plane, which topology hints leave out. */
  readonly ratio: RatioNode | null;
}

const EXCLUDE_LABEL = 'node.kubernetes.io/exclude-from-external-load-balancers';
const MASTER_LABEL = 'node-role.kubernetes.io/master';

/** The machines of some nodes; `zoneNumbers` is by zone name. */
export function machinesOf(
  nodes: readonly ClusterNode[],
  zoneNumbers: ReadonlyMap<string, number>,
  isDead: (node: ClusterNode) => boolean,
): Machine[] {
  return nodes.flatMap((node) => {
    const zone = zoneNumbers.get(node.zoneName);
    return zone === undefined ? [] : { name: node.name, zone, dead: isDead(node), worker: node.role === 'worker', facts: factsOf(node.object) };
  });
}

/** Node objects stay the same from one failure to the next, so what they say is read once. */
const factsOf = once((node: Node): NodeFacts => {
  const labels = node.metadata.labels;
  return {
    proxy: { name: node.metadata.name, zone: zoneOf(node), labels },
    isTarget: !isExcluded(labels),
    ratio: ratioNode(node),
  };
});

/** Source: kubernetes/cloud-provider controllers/service; aws-load-balancer-controller pkg/backend/endpoint_utils.go. */
function isExcluded(labels: Labels | undefined): boolean {
  const excluded = labelValue(labels, EXCLUDE_LABEL);
  return labelValue(labels, MASTER_LABEL) !== undefined || (excluded !== undefined && !FALSE.has(excluded));
}

/** What Go's strconv.ParseBool reads as false. */
const FALSE: ReadonlySet<string> = new Set(['0', 'f', 'F', 'false', 'FALSE', 'False']);
