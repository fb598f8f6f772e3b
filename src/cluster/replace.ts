import type { ClusterObjects } from '../kubernetes/clusterObjects';
import type { PersistentVolume, Pod } from '../kubernetes/objects';
import type { ScheduleOptions, Watched } from '../scheduling/schedule';
import type { Snapshot } from '../scheduling/snapshot';
import { createSnapshot } from '../scheduling/snapshot';
import { drawnAnew } from '../scheduling/tieBreak';
import type { ClusterNode, ClusterPod, Placed } from './cluster';
import { fnv32 } from './hash';
import { csiNode } from './nodes';
import { podsByKey, scheduleOptions, snapshotOf } from './place';
import { budgets, pendingPod, runningPod } from './placedObjects';
import { placePods, unplaced } from './placePods';
import { daemonPod, eligibleNodes } from './pods';
import { once } from '../once';

export interface Losses {
  /** Names of nodes that are gone. */
  readonly deadNodes: ReadonlySet<string>;
  /** Nodes that joined in their place, with names that no node had. */
  readonly newNodes: readonly ClusterNode[];
  /** Keys of pods that were evicted from nodes that live on; absent: none. */
  readonly evicted?: ReadonlySet<string>;
}

/** A pod that is not where it was, or that was looked at again: it was lost, had waited, or gave way. */
export interface Move {
  readonly pod: ClusterPod;
  /** Node names; undefined: on no node. */
  readonly from: string | undefined;
  readonly to: string | undefined;
}

/** The cluster once dead Nodes are deleted, new ones have joined and lost pods have been placed again. */
export interface Replaced {
  readonly nodes: readonly ClusterNode[];
  /** In queue order: DaemonSet pods of dead nodes are gone, those of new nodes are there. */
  readonly pods: readonly ClusterPod[];
  /** What is different; all other pods run where they ran. */
  readonly moves: readonly Move[];
  /** Pod key -> node name, for the pods that run; made when it is asked for. */
  readonly nodeOf: ReadonlyMap<string, string>;
  readonly pending: Placed['pending'];
  /** Keys of pods that ran before and were on a dead node or evicted, in queue order. */
  readonly lost: readonly string[];
  readonly preempted: readonly string[];
  /** How often the seed drew one of several best nodes. */
  readonly drawn: number;
  /** Volumes after placement, those made for WaitForFirstConsumer included. */
  readonly volumes: readonly PersistentVolume[];
  /** All that the API server would hold; made when it is asked for. */
  readonly objects: ClusterObjects;
}

/** What a loss comes to, whatever of the design the scheduler does not read. */
interface Replacement extends Omit<Replaced, 'nodeOf' | 'objects'> {
  readonly newNodes: readonly ClusterNode[];
  readonly csiNodes: ClusterObjects['csiNodes'];
  readonly claims: ClusterObjects['persistentVolumeClaims'];
  readonly watched: readonly Watched[];
}

/**
 * Takes nodes from a placed cluster and gives it others. Cheap: what is not touched is shared, so that a whole matrix of
 * scenarios can be tried; and what a loss came to is kept for as long as the placement is. `placed` stays as it is.
 */
export function replace(placed: Placed, losses: Losses): Replaced {
  // Looked at again, what waits could be told other reasons; where nothing happens nobody looks.
  if (isNothing(losses)) return unchanged(placed);
  const known = knownOf(placed);
  const replacement = known.kept.get(losses) ?? placeAgain(placed, known, losses);
  known.kept.set(losses, replacement, placed.cluster.pods.length);
  const { nodes, pods, moves, pending, lost, preempted, drawn, volumes, csiNodes, claims } = replacement;
  let objects: ClusterObjects | undefined;
  return {
    nodes,
    pods,
    moves,
    get nodeOf() {
      return nodesOnce({ before: placed.nodeOf, moves });
    },
    pending,
    lost,
    preempted,
    drawn,
    volumes,
    get objects() {
      return (objects ??= {
        ...placed.objects,
        nodes: nodes.map(({ object }) => object),
        csiNodes,
        pods: podObjects(placed, known, pods, this.nodeOf, new Map(pending.map(({ pod, message }) => [pod, message]))),
        persistentVolumeClaims: claims,
        persistentVolumes: volumes,
        podDisruptionBudgets: budgets(placed.cluster.manifests, pods, this.nodeOf),
      });
    },
  };
}

/** Every time that the scheduler looked at one pod, `namespace/name`, while the cluster settled; empty where the loss did not touch it. */
export function watchReplace(placed: Placed, losses: Losses, watch: string): readonly Watched[] {
  return isNothing(losses) ? [] : placeAgain(placed, knownOf(placed), losses, watch).watched;
}

function isNothing({ deadNodes, newNodes, evicted = NONE }: Losses): boolean {
  return deadNodes.size === 0 && newNodes.length === 0 && evicted.size === 0;
}

const NONE: ReadonlySet<string> = new Set();

/** Where pods run after some have moved. */
export function nodesAfter(before: ReadonlyMap<string, string>, moves: readonly Move[]): ReadonlyMap<string, string> {
  const nodeOf = new Map(before);
  for (const { pod } of moves) nodeOf.delete(pod.key);
  for (const { pod, to } of moves) if (to !== undefined) nodeOf.set(pod.key, to);
  return nodeOf;
}

/** The same map as long as the replacement, whose moves these are, is kept. */
const nodesOnce = once(
  ({ before, moves }: { readonly before: ReadonlyMap<string, string>; readonly moves: readonly Move[] }) => nodesAfter(before, moves),
  ({ moves }) => moves,
);

function placeAgain(placed: Placed, known: Known, { deadNodes, newNodes, evicted = NONE }: Losses, watch?: string): Replacement {
  const { design, cluster, nodeOf } = placed;
  const lost: number[] = [];
  const gone = new Set<number>();
  for (const name of deadNodes) {
    lost.push(...(known.running.get(name) ?? []));
    for (const index of known.daemons.get(name) ?? []) gone.add(index);
  }
  const leaving = [...evicted].filter((key) => nodeOf.has(key) && !deadNodes.has(nodeOf.get(key) ?? ''));
  lost.push(...leaving.flatMap((key) => known.indexOf.get(key) ?? []));
  lost.sort((a, b) => a - b);
  const podsAt = (indices: readonly number[]): readonly ClusterPod[] => indices.flatMap((index) => cluster.pods[index] ?? []);
  const lostPods = podsAt(lost);
  const added = newDaemonPods(placed, newNodes);
  const left = gone.size === 0 ? cluster.pods : cluster.pods.filter((_, index) => !gone.has(index));
  const pods = added.length === 0 ? left : merge(left, added);
  const homeless = podsAt([...lost, ...known.waiting].filter((index) => !gone.has(index)).sort((a, b) => a - b));
  const waiting = added.length === 0 ? homeless : only(pods, [...homeless, ...added]);

  const snapshot = startOf(placed, known, pods, lostPods);
  for (const name of deadNodes) snapshot.removeNode(name);
  for (const key of leaving) snapshot.forget(key);
  const joined = newNodes.map((node) => csiNode(design, placed.catalog, node, known.drivers));
  for (const node of newNodes) snapshot.addNode(node.object);
  for (const node of joined) snapshot.storage.addCsiNode(node);

  const byKey = pods === cluster.pods ? known.byKey : undefined;
  const options = optionsAfter(placed, deadNodes, evicted);
  const { pending, preempted, drawn, watched } = placePods(snapshot, waiting, () => byKey ?? podsByKey(pods), watch === undefined ? options : { ...options, watch });
  const moved = new Set([...podsAt(lost.filter((index) => gone.has(index))), ...waiting, ...preempted.flatMap((key) => known.byKey.get(key) ?? [])]);
  return {
    newNodes,
    nodes: [...cluster.nodes.filter(({ name }) => !deadNodes.has(name)), ...newNodes],
    pods,
    moves: [...moved].map((pod) => ({ pod, from: nodeOf.get(pod.key), to: snapshot.nodeNameOf(pod.key) })),
    pending: pending.size === 0 ? [] : pods.filter(({ key }) => pending.has(key)).map(({ key }) => ({ pod: key, message: pending.get(key) ?? '' })),
    lost: lostPods.map(({ key }) => key),
    preempted,
    drawn,
    volumes: [...snapshot.storage.allVolumes()],
    csiNodes: [...placed.objects.csiNodes.filter(({ metadata }) => !deadNodes.has(metadata.name)), ...joined],
    claims: [...snapshot.storage.allClaims()],
    watched,
  };
}

/** Those of `pods` that are wanted, in their order. */
function only(pods: readonly ClusterPod[], wanted: readonly ClusterPod[]): readonly ClusterPod[] {
  const set = new Set(wanted);
  return pods.filter((pod) => set.has(pod));
}

/** A real cluster draws anew for each loss; so does the seed. */
function optionsAfter({ design, seed }: Placed, deadNodes: ReadonlySet<string>, evicted: ReadonlySet<string>): ScheduleOptions {
  const options = scheduleOptions(design, seed);
  return seed === null ? options : { ...options, tieBreak: drawnAnew(options.tieBreak, fnv32(keyOf(deadNodes, evicted))) };
}

function unchanged({ cluster, nodeOf, pending, objects }: Placed): Replaced {
  return { nodes: cluster.nodes, pods: cluster.pods, moves: [], nodeOf, pending, lost: [], preempted: [], drawn: 0, volumes: objects.persistentVolumes, objects };
}

/** What is worked out once for all losses of a placed cluster. Numbers are places among its pods. */
interface Known {
  readonly byKey: ReadonlyMap<string, ClusterPod>;
  readonly indexOf: ReadonlyMap<string, number>;
  /** By node name: the pods that run there. */
  readonly running: ReadonlyMap<string, readonly number[]>;
  /** By node name: the DaemonSet pods that belong there, running or Pending. */
  readonly daemons: ReadonlyMap<string, readonly number[]>;
  /** The pods that run nowhere. */
  readonly waiting: readonly number[];
  readonly drivers: readonly string[];
  /** What the cluster looks like to its scheduler. */
  readonly snapshot: Snapshot;
  /** A pod may have to give way to another, and budgets speak of some. */
  readonly budgetsMatter: boolean;
  readonly kept: KeptReplacements;
}

/** By placement: it may be shared by designs that differ in nothing that the scheduler reads (`placeAlike`). */
const knownOf = once(makeKnown, ({ nodeOf }) => nodeOf);

/** Losses times pods that are kept at most: every zone and node of a large design, the zones of a huge one. */
const MOST_KEPT = 1_000_000;

/** What losses of a placement have come to. */
class KeptReplacements {
  private readonly byDead = new Map<string, Replacement>();

  get({ deadNodes, newNodes, evicted }: Losses): Replacement | undefined {
    const kept = this.byDead.get(keyOf(deadNodes, evicted));
    const same = kept?.newNodes.length === newNodes.length && newNodes.every((node, i) => kept.newNodes[i] === node);
    return same ? kept : undefined;
  }

  set({ deadNodes, evicted }: Losses, replacement: Replacement, pods: number): void {
    const key = keyOf(deadNodes, evicted);
    if (this.byDead.has(key) || (this.byDead.size + 1) * pods <= MOST_KEPT) this.byDead.set(key, replacement);
  }
}

function keyOf(dead: ReadonlySet<string>, evicted: ReadonlySet<string> = NONE): string {
  return evicted.size === 0 ? [...dead].join() : `${[...dead].join()} ${[...evicted].join()}`;
}

function makeKnown(placed: Placed): Known {
  const { cluster, nodeOf, objects } = placed;
  const daemonSets = new Set(cluster.manifests.filter(({ workload }) => workload.type === 'DaemonSet').map(({ workload }) => workload.id));
  const running = new Map<string, number[]>();
  const daemons = new Map<string, number[]>();
  const waiting: number[] = [];
  for (const [index, pod] of cluster.pods.entries()) {
    const node = nodeOf.get(pod.key);
    if (node === undefined) waiting.push(index);
    else append(running, node, index);
    if (daemonSets.has(pod.workload)) append(daemons, node ?? daemonNode(pod), index);
  }
  return {
    byKey: podsByKey(cluster.pods),
    indexOf: new Map(cluster.pods.map(({ key }, index) => [key, index])),
    running,
    daemons,
    waiting,
    drivers: objects.csiDrivers.map(({ metadata }) => metadata.name),
    snapshot: snapshotOf(placed) ?? rebuilt(placed, objects),
    budgetsMatter: objects.podDisruptionBudgets.length > 0 && new Set(cluster.manifests.map(({ workload }) => workload.priority)).size > 1,
    kept: new KeptReplacements(),
  };
}

function append(lists: Map<string, number[]>, key: string, value: number): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}

/** The node that a DaemonSet's pod is made for. */
export function daemonNode({ object }: ClusterPod): string {
  const term = object.spec.affinity?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution?.nodeSelectorTerms[0];
  return term?.matchFields?.[0]?.values?.[0] ?? '';
}

function newDaemonPods({ cluster }: Placed, newNodes: readonly ClusterNode[]): readonly ClusterPod[] {
  const pods: ClusterPod[] = [];
  if (newNodes.length === 0) return pods;
  for (const manifest of cluster.manifests) {
    if (manifest.workload.type !== 'DaemonSet') continue;
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

/** A snapshot of the cluster before the loss, free to change; where it matters, with budgets that count what is left. */
function startOf(placed: Placed, known: Known, pods: readonly ClusterPod[], lost: readonly ClusterPod[]): Snapshot {
  if (!known.budgetsMatter) return known.snapshot.clone();
  const left = new Map(placed.nodeOf);
  for (const { key } of lost) left.delete(key);
  return rebuilt(placed, { ...placed.objects, podDisruptionBudgets: budgets(placed.cluster.manifests, pods, left) });
}

/** Puts the pods' unplaced objects on their nodes: what the scheduler has worked out for them holds on. */
function rebuilt(placed: Placed, objects: ClusterObjects): Snapshot {
  const snapshot = createSnapshot({ ...objects, pods: [] });
  for (const pod of placed.cluster.pods) {
    const node = placed.nodeOf.get(pod.key);
    if (node !== undefined) snapshot.assume(unplaced(pod), node);
  }
  return snapshot;
}

/** Pods keep the object, and with it the address, that they have in the placed cluster; new ones get addresses behind those. */
function podObjects(placed: Placed, known: Known, pods: readonly ClusterPod[], nodeOf: ReadonlyMap<string, string>, pending: ReadonlyMap<string, string>): readonly Pod[] {
  const before = placed.objects.pods;
  return pods.map((pod, position) => {
    const index = pods === placed.cluster.pods ? position : known.indexOf.get(pod.key);
    const node = nodeOf.get(pod.key);
    if (node === undefined) return pendingPod(pod, pending.get(pod.key));
    const same = index === undefined ? undefined : before[index];
    return same?.spec.nodeName === node ? same : runningPod(pod, node, index ?? placed.cluster.pods.length + position);
  });
}
