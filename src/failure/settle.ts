import type { ClusterNode, ClusterPod, Placed } from '../cluster/cluster';
import { replace } from '../cluster/replace';
import type { PersistentVolume } from '../kubernetes/objects';
import { launches } from './launches';
import type { Loss } from './scenario';

/** The cluster after a loss, once nothing changes any more. */
export interface Settled {
  readonly loss: Loss;
  /** Nodes that are left and that have joined. */
  readonly nodes: readonly ClusterNode[];
  /** What Auto Scaling launched. Without a control plane it cannot join. */
  readonly launched: readonly ClusterNode[];
  readonly joined: boolean;
  /** In queue order; a DaemonSet's pods of dead nodes are gone, unless no one could delete them. */
  readonly pods: readonly ClusterPod[];
  /** Pod key -> node name, for the pods that really run. */
  readonly nodeOf: ReadonlyMap<string, string>;
  readonly pending: Placed['pending'];
  /** Pods that died, by key in queue order. */
  readonly lost: readonly string[];
  /** How often the seed drew one of several best nodes, in placing again. */
  readonly drawn: number;
  readonly volumes: readonly PersistentVolume[];
}

/**
 * Lets the cluster settle. With a control plane dead Nodes are deleted, groups replace what they can in zones that are
 * left, and pods are placed again. Without one Kubernetes changes nothing: running pods run on, dead ones stay lost.
 * Source: kubernetes.io, "Operating etcd clusters for Kubernetes".
 */
export function settle(placed: Placed, loss: Loss): Settled {
  const launched = launches(placed, loss);
  if (loss.frozen) return frozen(placed, loss, launched);
  const { nodes, pods, nodeOf, pending, lost, drawn, volumes } = replace(placed, { deadNodes: loss.deadNodes, newNodes: launched });
  return { loss, nodes, launched, joined: true, pods, nodeOf, pending, lost, drawn, volumes };
}

function frozen(placed: Placed, loss: Loss, launched: readonly ClusterNode[]): Settled {
  const { cluster, nodeOf, pending, objects } = placed;
  const dead = (key: string) => loss.deadNodes.has(nodeOf.get(key) ?? '');
  return {
    loss,
    nodes: cluster.nodes.filter((node) => !loss.deadNodes.has(node.name)),
    launched,
    joined: false,
    pods: cluster.pods,
    nodeOf: new Map([...nodeOf].filter(([key]) => !dead(key))),
    pending,
    lost: cluster.pods.filter(({ key }) => dead(key)).map(({ key }) => key),
    drawn: 0,
    volumes: objects.persistentVolumes,
  };
}
