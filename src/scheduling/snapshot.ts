import type { ClusterObjects } from '../kubernetes/clusterObjects';
import type { Labels, Node, Pod } from '../kubernetes/objects';
import { FastState } from './fast/fastState';
import { Frame } from './fast/frame';
import { LayeredMap } from './layeredMap';
import { NodeInfo } from './nodeInfo';
import { nodeTreeOrder } from './nodeOrder';
import type { PodInfo } from './podInfo';
import { podInfoOf, readPod } from './podInfo';
import { Storage } from './storage';

/**
 * The cluster as the scheduler's cache sees it: nodes with the pods on them, claims and volumes, namespaces, and the
 * pods that wait with a nominated node. It changes only through its methods; a clone shares what neither has changed.
 */
export class Snapshot {
  /** Objects that scheduling only reads: Services, ReplicaSets, PodDisruptionBudgets and so on. */
  readonly objects: ClusterObjects;
  readonly storage: Storage;
  /** Labels by namespace; a namespace that the dump does not have has none. */
  readonly namespaces: ReadonlyMap<string, Labels>;
  /** Pods bound to a node that is not there, by key; removing a node leaves its pods here. */
  readonly strayPods: Map<string, PodInfo>;
  private readonly infos: Map<string, NodeInfo>;
  private readonly nodeOfPod: LayeredMap<string, string>;
  /** No pod on a node has a lower priority. */
  leastPriority = Number.POSITIVE_INFINITY;
  private nominated: ReadonlyMap<string, readonly PodInfo[]>;
  private owned = new WeakSet<NodeInfo>();
  /** Names in the scheduler's order; null when nodes have come or gone. */
  private order: readonly string[] | null = null;
  private list: readonly NodeInfo[] | null = null;
  private fast: FastState | null = null;
  private images: ReadonlyMap<string, ImageSpread> | null = null;

  constructor(source: ClusterObjects | Snapshot) {
    if (source instanceof Snapshot) {
      this.objects = source.objects;
      this.storage = new Storage(source.storage);
      this.namespaces = source.namespaces;
      this.strayPods = new Map(source.strayPods);
      this.infos = new Map(source.infos);
      this.nodeOfPod = source.nodeOfPod.clone();
      this.nominated = source.nominated;
      this.leastPriority = source.leastPriority;
      this.order = source.order;
      this.fast = source.fast?.clone() ?? null;
      this.images = source.images;
      // Both sides share the NodeInfos from now on, so both must copy before they write.
      source.owned = new WeakSet();
      return;
    }
    this.objects = source;
    this.storage = new Storage(source);
    this.namespaces = new Map(source.namespaces.map(({ metadata }) => [metadata.name, metadata.labels ?? {}]));
    this.infos = new Map();
    this.nodeOfPod = new LayeredMap();
    this.strayPods = new Map();
    for (const node of source.nodes) this.addNode(node);
    const nominated = new Map<string, PodInfo[]>();
    for (const pod of source.pods) {
      if (isFinished(pod)) continue;
      const { nodeName } = pod.spec;
      const nominatedNode = pod.status?.nominatedNodeName;
      if (nodeName) this.assume(readPod(pod), nodeName);
      else if (nominatedNode) nominated.set(nominatedNode, [...(nominated.get(nominatedNode) ?? []), podInfoOf(pod)]);
    }
    this.nominated = nominated;
  }

  clone(): Snapshot {
    return new Snapshot(this);
  }

  get nodeCount(): number {
    return this.infos.size;
  }

  /** The nodes in the order in which the scheduler looks at them. Do not change them. */
  nodes(): readonly NodeInfo[] {
    this.order ??= nodeTreeOrder([...this.infos.values()]).map(({ name }) => name);
    return (this.list ??= this.order.map((name) => this.infos.get(name)).filter((info) => info !== undefined));
  }

  node(name: string): NodeInfo | undefined {
    return this.infos.get(name);
  }

  nodeNameOf(podKey: string): string | undefined {
    return this.nodeOfPod.get(podKey);
  }

  /** Pods that wait for room on this node, which preemption has promised them. */
  nominatedTo(nodeName: string): readonly PodInfo[] {
    return this.nominated.get(nodeName) ?? [];
  }

  hasNominations(): boolean {
    return this.nominated.size > 0;
  }

  /** The numbers that make placing many pods fast; kept up to date once they have been asked for. */
  fastState(): FastState {
    return (this.fast ??= new FastState(new Frame(this.objects, this.namespaces), this.infos.values()));
  }

  /** How many nodes have an image, and its size as the first of them reports it. */
  imageSpread(): ReadonlyMap<string, ImageSpread> {
    if (this.images === null) {
      const images = new Map<string, { size: number; nodes: number }>();
      for (const { capacity } of this.infos.values()) {
        for (const [name, size] of capacity.images) {
          const known = images.get(name);
          if (known === undefined) images.set(name, { size, nodes: 1 });
          else known.nodes++;
        }
      }
      this.images = images;
    }
    return this.images;
  }

  /** Pods already bound to a node of this name come out of the stray ones. */
  addNode(node: Node): void {
    const info = new NodeInfo(node);
    if (this.infos.has(info.name)) this.removeNode(info.name);
    this.infos.set(info.name, info);
    this.owned.add(info);
    this.nodesChanged();
    this.fast?.addNode(info);
    for (const [key, pod] of this.strayPods) {
      if (pod.pod.spec.nodeName !== info.name) continue;
      this.strayPods.delete(key);
      info.add(pod);
      this.fast?.count(pod, info, 1);
      this.nodeOfPod.set(key, info.name);
    }
  }

  /** The node's pods, which are on no node now. */
  removeNode(name: string): readonly PodInfo[] {
    const info = this.infos.get(name);
    if (info === undefined) return [];
    this.infos.delete(name);
    this.nodesChanged();
    this.fast?.removeNode(info);
    for (const pod of info.pods) this.nodeOfPod.delete(pod.key);
    return info.pods;
  }

  /** Puts a pod on a node; on one that does not exist it is kept aside. */
  assume(pod: Pod | PodInfo, nodeName: string): void {
    const info = 'compiled' in pod ? pod : podInfoOf(pod);
    const node = this.writable(nodeName);
    if (node === undefined) {
      this.strayPods.set(info.key, info);
      return;
    }
    if (this.nodeOfPod.get(info.key) !== undefined) this.forget(info.key);
    node.add(info);
    this.fast?.count(info, node, 1);
    this.leastPriority = Math.min(this.leastPriority, info.priority);
    this.nodeOfPod.set(info.key, nodeName);
    if (info.pod.status?.nominatedNodeName) this.forgetNomination(info);
  }

  /** Takes a pod off its node. */
  forget(podKey: string): void {
    this.strayPods.delete(podKey);
    const nodeName = this.nodeOfPod.get(podKey);
    const node = nodeName === undefined ? undefined : this.writable(nodeName);
    this.nodeOfPod.delete(podKey);
    const pod = node?.pods.find(({ key }) => key === podKey);
    if (pod === undefined || node === undefined) return;
    node.remove(pod);
    this.fast?.count(pod, node, -1);
  }

  private forgetNomination(info: PodInfo): void {
    const node = info.pod.status?.nominatedNodeName ?? '';
    if (!this.nominated.has(node)) return;
    const left = new Map(this.nominated);
    const others = this.nominatedTo(node).filter(({ key }) => key !== info.key);
    if (others.length > 0) left.set(node, others);
    else left.delete(node);
    this.nominated = left;
  }

  private writable(name: string): NodeInfo | undefined {
    const info = this.infos.get(name);
    if (info === undefined || this.owned.has(info)) return info;
    const copy = info.clone();
    this.infos.set(name, copy);
    this.owned.add(copy);
    this.list = null;
    return copy;
  }

  private nodesChanged(): void {
    this.order = null;
    this.list = null;
    this.images = null;
  }
}

export interface ImageSpread {
  readonly size: number;
  readonly nodes: number;
}

/** The cluster of these objects; pods that have finished are left out, pods on unknown nodes are kept aside. */
export function createSnapshot(objects: ClusterObjects): Snapshot {
  return new Snapshot(objects);
}

function isFinished(pod: Pod): boolean {
  return pod.status?.phase === 'Succeeded' || pod.status?.phase === 'Failed';
}

/** Whether the default scheduler would try to place the pod (or, if it has gates, will once they are gone). */
export function isPending(pod: Pod): boolean {
  const scheduler = pod.spec.schedulerName ?? 'default-scheduler';
  return !pod.spec.nodeName && !isFinished(pod) && pod.metadata.deletionTimestamp === undefined && scheduler === 'default-scheduler';
}

