import type { Growth } from '../addons/report';
import type { ClusterNode, ClusterPod, Placed } from '../cluster/cluster';
import { placedAfter } from '../cluster/placedAfter';
import { nodesAfter, replace, type Losses, type Move, type Replaced } from '../cluster/replace';
import type { PersistentVolume } from '../kubernetes/objects';
import { launches } from './launches';
import type { Loss } from './scenario';

/** The cluster after a loss, once nothing changes any more. */
export interface Settled {
  readonly loss: Loss;
  /** Nodes that are left and that have joined. */
  readonly nodes: readonly ClusterNode[];
  /** What Auto Scaling launched, in place of the dead and for an autoscaler. Without a control plane it cannot join. */
  readonly launched: readonly ClusterNode[];
  /** What an autoscaler did for pods that still waited; null where it did nothing. */
  readonly growth: Growth | null;
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
 * left, pods are placed again, and an autoscaler adds nodes there for those that still wait. Without a control plane
 * Kubernetes changes nothing: running pods run on, dead ones stay lost.
 * Source: kubernetes.io, "Operating etcd clusters for Kubernetes".
 */
export function settle(placed: Placed, loss: Loss): Settled {
  const launched = launches(placed, loss);
  if (loss.frozen) return frozen(placed, loss, launched);
  const change = { deadNodes: loss.deadNodes, newNodes: launched };
  const replaced = replace(placed, change);
  const growth = growthAfter(placed, change, replaced, loss);
  if (growth !== null) return grown(placed, loss, replaced, launched, growth);
  const { nodes, pods, moves, pending, lost, drawn, volumes } = replaced;
  return {
    loss,
    nodes,
    launched,
    growth: null,
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

/** `watch`: as in `place`. Null: no autoscaler, or nothing that it would add. */
export function growthAfter(placed: Placed, change: Losses, { pending }: Replaced, { closedZones }: Loss, watch?: string): Growth | null {
  const grow = placed.addons?.grow;
  if (grow === undefined || grow === null || pending.length === 0) return null;
  const growth = grow(placedAfter(placed, change), closedZones, watch);
  return growth.added.length === 0 ? null : growth;
}

function grown(placed: Placed, loss: Loss, replaced: Replaced, launched: readonly ClusterNode[], growth: Growth): Settled {
  const { cluster, nodeOf, pending, objects, drawn } = growth.placed;
  const touched = new Map<string, ClusterPod>(replaced.moves.map(({ pod }) => [pod.key, pod]));
  for (const pod of cluster.pods) if (nodeOf.get(pod.key) !== placed.nodeOf.get(pod.key)) touched.set(pod.key, pod);
  return {
    loss,
    nodes: cluster.nodes,
    launched: [...launched, ...growth.added.map(({ node }) => node)],
    growth,
    joined: true,
    pods: cluster.pods,
    moves: [...touched.values()].map((pod) => ({ pod, from: placed.nodeOf.get(pod.key), to: nodeOf.get(pod.key) })),
    nodeOf,
    pending,
    lost: replaced.lost,
    drawn: drawn - placed.drawn,
    volumes: objects.persistentVolumes,
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
    growth: null,
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
