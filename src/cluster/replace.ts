import { entitiesOf } from '../design/tree';
import type { ClusterObjects } from '../kubernetes/clusterObjects';
import type { Snapshot } from '../scheduling/snapshot';
import { createSnapshot } from '../scheduling/snapshot';
import type { Cluster, ClusterNode, ClusterPod, Placed } from './cluster';
import { csiNode } from './nodes';
import { nodesOf, pendingInOrder, podsByKey, scheduleOptions } from './place';
import { budgets, placedObjects } from './placedObjects';
import { placePods, unplaced } from './placePods';
import { daemonPod, eligibleNodes } from './pods';

export interface Losses {
  /** Names of nodes that are gone. */
  readonly deadNodes: ReadonlySet<string>;
  /** Nodes that joined in their place, with names that no node had. */
  readonly newNodes: readonly ClusterNode[];
}

/** The cluster once dead Nodes are deleted, new ones have joined and lost pods have been placed again. */
export interface Replaced {
  readonly nodes: readonly ClusterNode[];
  /** In queue order: DaemonSet pods of dead nodes are gone, those of new nodes are there. */
  readonly pods: readonly ClusterPod[];
  readonly nodeOf: ReadonlyMap<string, string>;
  readonly pending: Placed['pending'];
  /** Keys of pods that ran before and were on a dead node, in queue order. */
  readonly lost: readonly string[];
  readonly preempted: readonly string[];
  readonly objects: ClusterObjects;
}

/** What a placed cluster looks like to its scheduler, made when it is first needed. */
const settled = new WeakMap<Placed, Snapshot>();

/**
 * Takes nodes from a placed cluster and gives it others. Cheap: what is not touched is shared, so that a whole matrix of
 * scenarios can be tried. `placed` stays as it is.
 */
export function replace(placed: Placed, { deadNodes, newNodes }: Losses): Replaced {
  const { design, catalog, cluster } = placed;
  const daemons = new Set(entitiesOf(design, 'workload').filter(({ type }) => type === 'DaemonSet').map(({ id }) => id));
  const lost = cluster.pods.filter(({ key }) => deadNodes.has(placed.nodeOf.get(key) ?? ''));
  const gone = new Set(cluster.pods.filter((pod) => daemons.has(pod.workload) && onDeadNode(placed, pod, deadNodes)).map(({ key }) => key));
  const added = newDaemonPods(placed, newNodes);
  const pods = added.length === 0 ? cluster.pods.filter(({ key }) => !gone.has(key)) : merge(cluster.pods.filter(({ key }) => !gone.has(key)), added);

  const left = new Map([...placed.nodeOf].filter(([, node]) => !deadNodes.has(node)));
  const snapshot = startOf(placed, pods, left);
  for (const name of deadNodes) snapshot.removeNode(name);
  const drivers = cluster.objects.csiDrivers.map(({ metadata }) => metadata.name);
  for (const node of newNodes) {
    snapshot.addNode(node.object);
    snapshot.storage.addCsiNode(csiNode(design, catalog, node, drivers));
  }
  const waiting = pods.filter(({ key }) => !left.has(key));
  const { pending, preempted } = placePods(snapshot, waiting, podsByKey(pods), scheduleOptions(design, placed.seed));
  const nodeOf = nodesOf(snapshot, pods);
  const nodes = [...cluster.nodes.filter(({ name }) => !deadNodes.has(name)), ...newNodes];
  return {
    nodes,
    pods,
    nodeOf,
    pending: pendingInOrder(pods, pending),
    lost: lost.map(({ key }) => key),
    preempted,
    objects: placedObjects(
      {
        ...placed.objects,
        nodes: nodes.map(({ object }) => object),
        csiNodes: [...placed.objects.csiNodes.filter(({ metadata }) => !deadNodes.has(metadata.name)), ...newNodes.map((node) => csiNode(design, catalog, node, drivers))],
      },
      snapshot,
      pods,
      nodeOf,
      pending,
      cluster.manifests,
      addressIndexes(cluster),
    ),
  };
}

const positions = new WeakMap<Cluster, ReadonlyMap<string, number>>();

/** Pods keep the address that they have in the placed cluster; new ones get addresses behind them. */
function addressIndexes(cluster: Cluster): (pod: ClusterPod, position: number) => number {
  let known = positions.get(cluster);
  if (known === undefined) positions.set(cluster, (known = new Map(cluster.pods.map(({ key }, i) => [key, i]))));
  return ({ key }, position) => known.get(key) ?? cluster.pods.length + position;
}

/** A DaemonSet's pod belongs to its node even while it is Pending there. */
function onDeadNode(placed: Placed, { key, object }: ClusterPod, deadNodes: ReadonlySet<string>): boolean {
  const running = placed.nodeOf.get(key);
  if (running !== undefined) return deadNodes.has(running);
  const term = object.spec.affinity?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution?.nodeSelectorTerms[0];
  return deadNodes.has(term?.matchFields?.[0]?.values?.[0] ?? '');
}

function newDaemonPods({ cluster }: Placed, newNodes: readonly ClusterNode[]): readonly ClusterPod[] {
  const pods: ClusterPod[] = [];
  for (const manifest of cluster.manifests) {
    if (manifest.workload.type !== 'DaemonSet' || newNodes.length === 0) continue;
    const before = cluster.pods.filter(({ workload }) => workload === manifest.workload.id).length;
    for (const [i, node] of eligibleNodes(manifest, newNodes).entries()) pods.push(daemonPod(manifest, node.name, before + i));
  }
  return pods;
}

/** Puts new pods behind those of their own workload, or behind those that no lower priority may follow. */
function merge(pods: readonly ClusterPod[], added: readonly ClusterPod[]): readonly ClusterPod[] {
  const merged = [...pods];
  for (const pod of added) {
    let at = merged.findLastIndex(({ workload }) => workload === pod.workload) + 1;
    if (at === 0) at = merged.findLastIndex(({ object }) => (object.spec.priority ?? 0) > (pod.object.spec.priority ?? 0)) + 1;
    merged.splice(at, 0, pod);
  }
  return merged;
}

/** A snapshot of the cluster before the loss, free to change. Budgets count what is `left` where preemption may look at them. */
function startOf(placed: Placed, pods: readonly ClusterPod[], left: ReadonlyMap<string, string>): Snapshot {
  const { manifests } = placed.cluster;
  const ranks = new Set(manifests.map(({ workload }) => workload.priority));
  if (ranks.size > 1 && placed.objects.podDisruptionBudgets.length > 0) {
    return snapshotOf(placed, { ...placed.objects, podDisruptionBudgets: budgets(manifests, pods, left) });
  }
  let start = settled.get(placed);
  if (start === undefined) settled.set(placed, (start = snapshotOf(placed, placed.objects)));
  return start.clone();
}

/** Puts the pods' unplaced objects on their nodes: what the scheduler worked out for them holds on. */
function snapshotOf(placed: Placed, objects: ClusterObjects): Snapshot {
  const snapshot = createSnapshot({ ...objects, pods: [] });
  for (const pod of placed.cluster.pods) {
    const node = placed.nodeOf.get(pod.key);
    if (node !== undefined) snapshot.assume(unplaced(pod), node);
  }
  return snapshot;
}
