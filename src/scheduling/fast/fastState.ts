import type { CompiledPod } from '../compiledPod';
import type { NodeInfo } from '../nodeInfo';
import type { PodInfo } from '../podInfo';
import type { Frame, Tally } from './frame';
import { EPHEMERAL_STORAGE, MEMORY, MILLI_CPU, NON_ZERO_MEMORY, NON_ZERO_MILLI_CPU, PODS, STRIDE } from './layout';

/** The numbers that change with every pod placed: sums by node, counts by domain. One for each snapshot. */
export class FastState {
  readonly frame: Frame;
  use: Float64Array;
  /** Slots in the order in which the scheduler looks at nodes; null when nodes have come or gone. */
  private order: Int32Array | null = null;
  /** Number of pods on nodes, by kind. */
  private placed = new Map<CompiledPod, number>();
  /** By tally, then by domain; absent until asked for. */
  private counts: (number[] | undefined)[] = [];
  /** How many nodes make up each domain that counts; absent until asked for. */
  private domainNodes: (number[] | undefined)[] = [];
  /** The lists of `domainNodes` that no clone shares. */
  private ownDomainNodes = new Set<number>();

  constructor(frame: Frame, nodes: Iterable<NodeInfo>) {
    this.frame = frame;
    this.use = new Float64Array(0);
    for (const node of nodes) this.addNode(node);
  }

  clone(): FastState {
    const copy = new FastState(this.frame, []);
    copy.use = this.use.slice();
    copy.order = this.order;
    copy.placed = new Map(this.placed);
    copy.counts = this.counts.map((counts) => counts?.slice());
    copy.domainNodes = this.domainNodes.slice();
    this.ownDomainNodes.clear();
    return copy;
  }

  addNode(info: NodeInfo): void {
    const slot = this.frame.slotOf(info.node, info.capacity);
    this.makeRoom(slot);
    this.use.fill(0, slot * STRIDE, (slot + 1) * STRIDE);
    this.nodeChanged(slot, 1);
    for (const pod of info.pods) this.count(pod, info, 1);
  }

  removeNode(info: NodeInfo): void {
    for (const pod of info.pods) this.count(pod, info, -1);
    this.nodeChanged(this.frame.slotOf(info.node, info.capacity), -1);
  }

  /** A node has come (+1) or gone (-1). Clones share the lists, so those that change are copied once. */
  private nodeChanged(slot: number, delta: 1 | -1): void {
    this.order = null;
    for (let id = 0; id < this.domainNodes.length; id++) {
      const nodes = this.domainNodes[id];
      const domain = this.frame.tallies[id]?.countedIn[slot] ?? -1;
      if (nodes === undefined || domain < 0) continue;
      const own = this.ownDomainNodes.has(id) ? nodes : nodes.slice();
      while (own.length <= domain) own.push(0);
      own[domain] = (own[domain] ?? 0) + delta;
      this.domainNodes[id] = own;
      this.ownDomainNodes.add(id);
    }
  }

  private makeRoom(slot: number): void {
    if (this.use.length >= (slot + 1) * STRIDE) return;
    const larger = new Float64Array(Math.max(this.frame.nodes.length, slot + 1, 2 * slot) * STRIDE);
    larger.set(this.use);
    this.use = larger;
  }

  /** A pod has come to a node (+1) or gone (-1). */
  count(pod: PodInfo, { node, capacity }: NodeInfo, delta: 1 | -1): void {
    const slot = this.frame.slotOf(node, capacity);
    const { use } = this;
    const { requests } = pod;
    const base = slot * STRIDE;
    const bump = (field: number, amount: number): void => void (use[base + field] = (use[base + field] ?? 0) + delta * amount);
    bump(MILLI_CPU, requests.milliCpu);
    bump(MEMORY, requests.memory);
    bump(EPHEMERAL_STORAGE, requests.ephemeralStorage);
    bump(NON_ZERO_MILLI_CPU, requests.nonZeroMilliCpu);
    bump(NON_ZERO_MEMORY, requests.nonZeroMemory);
    bump(PODS, 1);
    this.placed.set(pod.compiled, (this.placed.get(pod.compiled) ?? 0) + delta);
    for (const { id, countedIn, countsTerminating } of this.frame.tablesOf(pod.compiled).tallies()) {
      const counts = this.counts[id];
      const domain = countedIn[slot] ?? -1;
      if (counts === undefined || domain < 0 || (pod.terminating && !countsTerminating)) continue;
      counts[domain] = (counts[domain] ?? 0) + delta;
    }
  }

  slots(nodes: () => readonly NodeInfo[]): Int32Array {
    return (this.order ??= Int32Array.from(nodes(), ({ node, capacity }) => this.frame.slotOf(node, capacity)));
  }

  /** Pods by domain; 0 or nothing where there is none. */
  countsOf(tally: Tally, nodes: () => readonly NodeInfo[]): readonly number[] {
    let counts = this.counts[tally.id];
    if (counts === undefined) {
      counts = this.recount(tally, nodes);
      this.counts[tally.id] = counts;
    }
    return counts;
  }

  private recount({ countedIn, countsPod, countsTerminating, domains }: Tally, nodes: () => readonly NodeInfo[]): number[] {
    const counts = zeros(Math.max(domains.values.size, domains.of.length));
    const counted = new Set<CompiledPod>();
    for (const [compiled, placed] of this.placed) if (placed > 0 && countsPod(compiled)) counted.add(compiled);
    if (counted.size === 0) return counts;
    const slots = this.slots(nodes);
    const list = nodes();
    for (let i = 0; i < list.length; i++) {
      const domain = countedIn[slots[i] ?? 0] ?? -1;
      if (domain < 0) continue;
      for (const { compiled, terminating } of list[i]?.pods ?? []) {
        if (counted.has(compiled) && (countsTerminating || !terminating)) counts[domain] = (counts[domain] ?? 0) + 1;
      }
    }
    return counts;
  }

  /** How many nodes count in each domain. */
  nodesOf({ id, countedIn, domains }: Tally, nodes: () => readonly NodeInfo[]): readonly number[] {
    let result = this.domainNodes[id];
    if (result === undefined) {
      result = zeros(domains.values.size);
      for (const slot of this.slots(nodes)) {
        const domain = countedIn[slot] ?? -1;
        if (domain >= 0) result[domain] = (result[domain] ?? 0) + 1;
      }
      this.domainNodes[id] = result;
      this.ownDomainNodes.add(id);
    }
    return result;
  }
}

function zeros(length: number): number[] {
  const list: number[] = [];
  while (list.length < length) list.push(0);
  return list;
}
