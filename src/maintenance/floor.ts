import { compareBytes } from '../byteOrder';
import type { ClusterNode, ClusterPod, Placed } from '../cluster/cluster';
import { disruptionBudget } from '../cluster/disruptionBudgets';
import { csiNode } from '../cluster/nodes';
import { scheduleOptions } from '../cluster/place';
import { placePods, unplaced } from '../cluster/placePods';
import { daemonPod, eligibleNodes } from '../cluster/pods';
import type { WorkloadManifest } from '../cluster/workloadManifest';
import { neededPods, workloadName } from '../failure/workloads';
import type { Node, PodDisruptionBudget } from '../kubernetes/objects';
import { createSnapshot, type Snapshot } from '../scheduling/snapshot';
import { causeOf, type WaitingPod, type WorkloadDuring } from './maintenance';

const UNSCHEDULABLE = { key: 'node.kubernetes.io/unschedulable', effect: 'NoSchedule' } as const;

/** As `kubectl cordon` and the node lifecycle controller leave it. */
function cordoned(node: Node): Node {
  return { ...node, spec: { ...node.spec, unschedulable: true, taints: [...(node.spec?.taints ?? []), UNSCHEDULABLE] } };
}

/**
 * A cluster under work, with some of its nodes cordoned. It changes only through its methods; the placed cluster stays as
 * it is. Every pod that has a node counts as ready.
 */
export class Floor {
  private readonly snapshot: Snapshot;
  private readonly manifests: ReadonlyMap<string, WorkloadManifest>;
  private pods: readonly ClusterPod[];
  private readonly byKey: Map<string, ClusterPod>;
  private nodes: readonly ClusterNode[];
  private readonly nodeOf: Map<string, string>;
  private readonly messages: Map<string, string>;
  private readonly running = new Map<string, number>();
  private readonly before: ReadonlyMap<string, number>;
  private readonly lowest: Map<string, number>;
  private readonly placed: Placed;

  constructor(placed: Placed, isCordoned: (node: ClusterNode) => boolean) {
    const { cluster, objects } = placed;
    this.placed = placed;
    this.manifests = new Map(cluster.manifests.map((manifest) => [manifest.workload.id, manifest]));
    this.pods = cluster.pods;
    this.byKey = new Map(cluster.pods.map((pod) => [pod.key, pod]));
    this.nodes = cluster.nodes;
    this.nodeOf = new Map(placed.nodeOf);
    this.messages = new Map(placed.pending.map(({ pod, message }) => [pod, message]));
    const closed = new Set(cluster.nodes.filter(isCordoned).map(({ name }) => name));
    // All nodes in their old order: a cordon changes a Node and does not move it in the scheduler's list.
    this.snapshot = createSnapshot({ ...objects, nodes: cluster.nodes.map(({ name, object }) => (closed.has(name) ? cordoned(object) : object)), pods: [] });
    for (const pod of cluster.pods) {
      const node = this.nodeOf.get(pod.key);
      if (node === undefined) continue;
      this.snapshot.assume(unplaced(pod), node);
      this.count(pod, 1);
    }
    this.before = new Map(this.running);
    this.lowest = new Map(this.running);
  }

  /** Pods on a node by key: DaemonSets' apart from those that can be evicted. */
  podsOn(node: string): { readonly evictable: readonly ClusterPod[]; readonly daemons: readonly ClusterPod[] } {
    const own = this.pods.filter(({ key }) => this.nodeOf.get(key) === node).sort((a, b) => compareBytes(a.key, b.key));
    return { evictable: own.filter((pod) => !this.isDaemon(pod)), daemons: own.filter((pod) => this.isDaemon(pod)) };
  }

  /** The budget of a replica's workload as it stands now; undefined without one. */
  budgetOf({ workload }: ClusterPod): NonNullable<PodDisruptionBudget['status']> | undefined {
    const manifest = this.manifests.get(workload);
    return manifest === undefined ? undefined : disruptionBudget(manifest, this.running.get(workload) ?? 0, manifest.workload.replicas)?.status;
  }

  /** Takes pods off their nodes. Their controllers make them anew; `settle` places them. */
  remove(pods: readonly ClusterPod[]): void {
    for (const pod of pods) {
      if (!this.nodeOf.delete(pod.key)) continue;
      this.snapshot.forget(pod.key);
      this.count(pod, -1);
      this.messages.set(pod.key, '');
    }
  }

  /** The scheduler looks at all pods that wait. Answers who had to give way to others. */
  settle(): readonly string[] {
    const waiting = this.pods.filter(({ key }) => !this.nodeOf.has(key));
    const { pending, preempted } = placePods(this.snapshot, waiting, () => this.byKey, scheduleOptions(this.placed.design, this.placed.seed));
    const moved = new Set([...waiting, ...preempted.flatMap((key) => this.byKey.get(key) ?? [])]);
    for (const pod of moved) {
      if (this.nodeOf.delete(pod.key)) this.count(pod, -1);
      const node = this.snapshot.nodeNameOf(pod.key);
      if (node === undefined) this.messages.set(pod.key, pending.get(pod.key) ?? '');
      else {
        this.nodeOf.set(pod.key, node);
        this.messages.delete(pod.key);
        this.count(pod, 1);
      }
    }
    return preempted;
  }

  /** Closes a node to new pods. */
  cordon(name: string): void {
    const node = this.nodes.find((each) => each.name === name);
    if (node === undefined) return;
    const pods = this.snapshot.removeNode(name);
    this.snapshot.addNode(cordoned(node.object));
    for (const pod of pods) this.snapshot.assume(pod, name);
  }

  nodeNameOf(pod: string): string | undefined {
    return this.nodeOf.get(pod);
  }

  /** New nodes join; each DaemonSet that is welcome there has a pod made for it. */
  addNodes(nodes: readonly ClusterNode[]): void {
    const { design, catalog, objects } = this.placed;
    const drivers = objects.csiDrivers.map(({ metadata }) => metadata.name);
    this.nodes = [...this.nodes, ...nodes];
    for (const node of nodes) {
      this.snapshot.addNode(node.object);
      this.snapshot.storage.addCsiNode(csiNode(design, catalog, node, drivers));
    }
    for (const manifest of this.manifests.values()) {
      if (manifest.workload.type !== 'DaemonSet') continue;
      const made = eligibleNodes(manifest, nodes).map((node, i) => daemonPod(manifest, node.name, this.pods.length + i));
      for (const pod of made) this.byKey.set(pod.key, pod);
      this.pods = [...made, ...this.pods];
    }
  }

  /** A node is gone: its pods are made anew, except a DaemonSet's. */
  removeNode(name: string): void {
    const { evictable, daemons } = this.podsOn(name);
    this.remove([...evictable, ...daemons]);
    const gone = new Set(daemons.map(({ key }) => key));
    this.pods = this.pods.filter(({ key }) => !gone.has(key));
    for (const key of gone) this.messages.delete(key);
    this.snapshot.removeNode(name);
    this.nodes = this.nodes.filter((node) => node.name !== name);
  }

  /** Pods of a workload (entity id) that wait; of all workloads where none is named. In queue order. */
  waiting(workload?: string): readonly WaitingPod[] {
    return this.pods
      .filter((pod) => !this.nodeOf.has(pod.key) && (workload === undefined || pod.workload === workload))
      .map(({ key }) => ({ pod: key, message: this.messages.get(key) ?? '', cause: causeOf(this.messages.get(key) ?? '') }));
  }

  /** Those of them that ran before the work began. */
  newlyWaiting(): readonly WaitingPod[] {
    return this.waiting().filter(({ pod }) => this.placed.nodeOf.has(pod));
  }

  /** By name of the workload. */
  workloads(): readonly WorkloadDuring[] {
    return [...this.manifests.values()]
      .filter(({ workload }) => workload.type !== 'DaemonSet')
      .map((manifest) => {
        const { id } = manifest.workload;
        const count = (counts: ReadonlyMap<string, number>) => counts.get(id) ?? 0;
        return { name: workloadName(manifest), before: count(this.before), lowest: count(this.lowest), after: count(this.running), needed: neededPods(manifest, this.nodes) };
      })
      .sort((a, b) => compareBytes(a.name, b.name));
  }

  private isDaemon({ workload }: ClusterPod): boolean {
    return this.manifests.get(workload)?.workload.type === 'DaemonSet';
  }

  private count({ workload }: ClusterPod, change: number): void {
    const now = (this.running.get(workload) ?? 0) + change;
    this.running.set(workload, now);
    if (change < 0) this.lowest.set(workload, Math.min(this.lowest.get(workload) ?? now, now));
  }
}
