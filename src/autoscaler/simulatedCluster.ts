import type { Node, Pod } from '../kubernetes/objects';
import type { FastFilter } from '../scheduling/fast/fastFilter';
import { prepareFilter, refusal, suits } from '../scheduling/fast/fastFilter';
import type { NodeRejection } from '../scheduling/filterRun';
import type { Cycle, VersionRules } from '../scheduling/framework';
import { rulesOf } from '../scheduling/framework';
import type { NodeInfo } from '../scheduling/nodeInfo';
import { CONFLICT, namedNodes, nodeAffinity } from '../scheduling/plugins/nodeAffinity';
import type { PodInfo } from '../scheduling/podInfo';
import { podInfoOf } from '../scheduling/podInfo';
import type { Snapshot } from '../scheduling/snapshot';
import { rejectingPlugin } from './rejectingPlugin';

/** Where the walk over "any node" goes on; one for the life of the program, kept when a fork is thrown away. */
export interface RoundRobin {
  last: number;
}

/** The part of the node list that a walk may take, from index `from` up to `to`. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

interface ListedNode {
  readonly name: string;
  readonly slot: number;
  readonly cordoned: boolean;
}

/** Filters only: the rules that differ between versions are those of scores. */
const RULES: VersionRules = rulesOf(undefined);

/**
 * The simulated cluster: nodes in the order in which they were added, with their pods. The checks are the scheduler's
 * PreFilter and Filter plugins: no scores, no preemption, no nominated pods.
 * Source: kubernetes/autoscaler cluster-autoscaler/simulator/clustersnapshot/predicate/plugin_runner.go.
 */
export class SimulatedCluster {
  private readonly snapshot: Snapshot;
  private readonly list: ListedNode[];
  private readonly robin: RoundRobin;

  /** `nodes`: the names in natural order. The snapshot must have no nominated pods; it is not changed from outside any more. */
  constructor(snapshot: Snapshot, nodes: readonly string[], robin: RoundRobin) {
    this.snapshot = snapshot;
    this.robin = robin;
    this.list = nodes.flatMap((name) => this.listed(snapshot.node(name)));
  }

  private listed(info: NodeInfo | undefined): ListedNode[] {
    if (info === undefined) return [];
    const { node, name, capacity } = info;
    return [{ name, slot: this.snapshot.fastState().frame.slotOf(node, capacity), cordoned: node.spec?.unschedulable === true }];
  }

  /** A copy that may be thrown away; the round robin goes on in both. */
  fork(): SimulatedCluster {
    const copy = new SimulatedCluster(this.snapshot.clone(), [], this.robin);
    copy.list.push(...this.list);
    return copy;
  }

  get size(): number {
    return this.list.length;
  }

  node(name: string): NodeInfo | undefined {
    return this.snapshot.node(name);
  }

  addNode(node: Node, pods: readonly Pod[]): void {
    this.snapshot.addNode(node);
    this.list.push(...this.listed(this.snapshot.node(node.metadata.name)));
    for (const pod of pods) this.snapshot.assume(podInfoOf(pod), node.metadata.name);
  }

  /** The node of this name becomes another one, without pods, in the same place of the list. */
  replaceNode(node: Node): void {
    const { name } = node.metadata;
    this.snapshot.removeNode(name);
    this.snapshot.addNode(node);
    const [entry] = this.listed(this.snapshot.node(name));
    const index = this.list.findIndex((each) => each.name === name);
    if (entry !== undefined) this.list[index] = entry;
  }

  removeNode(name: string): void {
    this.snapshot.removeNode(name);
    this.list.splice(
      this.list.findIndex((each) => each.name === name),
      1,
    );
  }

  /** Without any check. */
  place(pod: PodInfo, node: string): void {
    this.snapshot.assume(pod, node);
  }

  takeOff(pod: PodInfo): void {
    this.snapshot.forget(pod.key);
  }

  /** Why the pod may not run on this node, or null where it may. */
  check(pod: PodInfo, nodeName: string): NodeRejection | null {
    const filter = this.prepare(pod);
    if ('plugin' in filter) return filter;
    const info = this.snapshot.node(nodeName);
    // Upstream gives no reason here: the plugin that named the nodes did not fail.
    if (info === undefined || filter.tables.nodes.names?.has(nodeName) === false) return { plugin: '', reasons: [], resolvable: false };
    const slot = filter.state.frame.slotOf(info.node, info.capacity);
    const rejection = refusal(filter, slot);
    return rejection === null ? null : { plugin: rejectingPlugin(filter, rejection, info, slot), ...rejection };
  }

  /** Puts the pod on the node if it may run there; otherwise says why not. */
  schedule(pod: PodInfo, nodeName: string): NodeRejection | null {
    const rejection = this.check(pod, nodeName);
    if (rejection === null) this.place(pod, nodeName);
    return rejection;
  }

  /** Puts the pod on the first node that takes it, round robin; null where none does. */
  scheduleAnywhere(pod: PodInfo, { from, to }: Range = { from: 0, to: this.size }, accepts?: (name: string) => boolean): string | null {
    const filter = from < to ? this.prepare(pod) : null;
    if (filter === null || 'plugin' in filter) return null;
    const start = this.robin.last >= from && this.robin.last < to ? this.robin.last : from;
    const index = this.firstOf(filter, start, to, accepts) ?? this.firstOf(filter, from, start, accepts);
    const node = index === null ? undefined : this.list[index];
    if (index === null || node === undefined) return null;
    this.robin.last = (index + 1) % this.size;
    this.place(pod, node.name);
    return node.name;
  }

  private firstOf(filter: FastFilter, from: number, to: number, accepts: ((name: string) => boolean) | undefined): number | null {
    const { names } = filter.tables.nodes;
    for (let index = from; index < to; index++) {
      const node = this.list[index];
      if (node === undefined || node.cordoned || names?.has(node.name) === false || accepts?.(node.name) === false) continue;
      if (suits(filter, node.slot)) return index;
    }
    return null;
  }

  private prepare(pod: PodInfo): FastFilter | NodeRejection {
    const { snapshot } = this;
    const cycle: Cycle = { snapshot, pod, rules: RULES };
    if (namedNodes(pod.compiled)?.size === 0) return { plugin: nodeAffinity.name, ...CONFLICT };
    return prepareFilter(cycle, snapshot.fastState());
  }
}
