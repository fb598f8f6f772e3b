import type { ClusterNode, ClusterPod, Placed } from '../cluster/cluster';
import { nodesAfter, replace, type Move } from '../cluster/replace';
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
  /** What is different from before the loss. */
  readonly moves: readonly Move[];
  /** Pod key -> node name, for the pods that really run; made when it is asked for. */
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
  const replaced = replace(placed, { deadNodes: loss.deadNodes, newNodes: launched });
  const { nodes, pods, moves, pending, lost, drawn, volumes } = replaced;
  return {
    loss,
    nodes,
    launched,
    joined: true,
    pods,
    moves,
    get nodeOf() {
      return replaced.nodeOf;
    },
    pending,
    lost,
    drawn,
    volumes,
  };
}

function frozen(placed: Placed, loss: Loss, launched: readonly ClusterNode[]): Settled {
  const { cluster, nodeOf, pending, objects } = placed;
  const moves = cluster.pods.flatMap((pod): Move[] => {
    const from = nodeOf.get(pod.key);
    return from !== undefined && loss.deadNodes.has(from) ? [{ pod, from, to: undefined }] : [];
  });
  return {
    loss,
    nodes: cluster.nodes.filter((node) => !loss.deadNodes.has(node.name)),
    launched,
    joined: false,
    pods: cluster.pods,
    moves,
    nodeOf: nodesAfter(nodeOf, moves),
    pending,
    lost: moves.map(({ pod }) => pod.key),
    drawn: 0,
    volumes: objects.persistentVolumes,
  };
}
