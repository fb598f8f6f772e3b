import type { CompiledPod } from '../compiledPod';
import type { NodeInfo } from '../nodeInfo';
import type { PodInfo } from '../podInfo';
import type { Frame, Tally } from './frame';
import type { VersionRules } from '../framework';
import type { Storage } from '../storage';
import { EPHEMERAL_STORAGE, MEMORY, MILLI_CPU, NON_ZERO_MEMORY, NON_ZERO_MILLI_CPU, PODS, STRIDE, VOLUMES } from './layout';
import { ResourceTable } from './resourceTable';

/** Above this number of tables all are dropped: who has so many kinds of requests gains little by them. */
const MOST_TABLES = 256;

/** The numbers that change with every pod placed: sums by node, counts by domain. One for each snapshot. */
export class FastState {
  readonly frame: Frame;
  use: Float64Array;
  /** How often a node's numbers have changed, by slot; from 1 on. */
  changes: Int32Array;
  /** How often anything has changed: pods or nodes have come or gone. */
  version = 0;
  /** By `Frame.requestsOf`. */
  private tables = new Map<number, ResourceTable>();
  private attach: { readonly csiNodes: Storage['csiNodes']; readonly counts: Float64Array } | null = null;
  /** Slots in the order in which the scheduler looks at nodes; null when nodes have come or gone. */
  private order: Int32Array | null = null;
  /** Number of pods on nodes, by kind. */
  private placed = new Map<CompiledPod, number>();
  /** By tally, then by domain; absent until asked for. */
  private counts: (number[] | undefined)[] = [];
  /** How many nodes made up each domain that counts when it was last asked, by tally; absent until then. Clones share the lists. */
  private domainNodes: (readonly number[] | undefined)[] = [];
  /** Slots of nodes that have come (+1) or gone (-1), in order: a list is brought up to date when it is asked for again. */
  private nodeChanges: { readonly slot: number; readonly delta: 1 | -1 }[] = [];
  /** How many of the changes each list of `domainNodes` knows. */
  private changesKnown: number[] = [];

  constructor(frame: Frame, nodes: Iterable<NodeInfo>) {
    this.frame = frame;
    this.use = new Float64Array(0);
    this.changes = new Int32Array(0);
    for (const node of nodes) this.addNode(node);
  }

  clone(): FastState {
    const copy = new FastState(this.frame, []);
    copy.use = this.use.slice();
    copy.changes = this.changes.slice();
    copy.attach = this.attach;
    copy.order = this.order;
    copy.placed = new Map(this.placed);
    copy.counts = this.counts.map((counts) => counts?.slice());
    copy.domainNodes = this.domainNodes.slice();
    copy.nodeChanges = this.nodeChanges.slice();
    copy.changesKnown = this.changesKnown.slice();
    return copy;
  }

  addNode(info: NodeInfo): void {
    const slot = this.frame.slotOf(info.node, info.capacity);
    this.makeRoom(slot);
    this.use.fill(0, slot * STRIDE, (slot + 1) * STRIDE);
    this.changes[slot] = (this.changes[slot] ?? 0) + 1;
    this.nodeChanged(slot, 1);
    for (const pod of info.pods) this.count(pod, info, 1);
  }

  removeNode(info: NodeInfo): void {
    for (const pod of info.pods) this.count(pod, info, -1);
    this.nodeChanged(this.frame.slotOf(info.node, info.capacity), -1);
  }

  private nodeChanged(slot: number, delta: 1 | -1): void {
    this.order = null;
    this.version++;
    this.nodeChanges.push({ slot, delta });
  }

  private makeRoom(slot: number): void {
    if (this.changes.length > slot) return;
    const slots = Math.max(this.frame.nodes.length, slot + 1, 2 * slot);
    const use = new Float64Array(slots * STRIDE);
    use.set(this.use);
    this.use = use;
    const changes = new Int32Array(slots).fill(1);
    changes.set(this.changes);
    this.changes = changes;
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
    bump(VOLUMES, pod.pod.spec.volumes?.length ?? 0);
    this.changes[slot] = (this.changes[slot] ?? 0) + 1;
    this.version++;
    this.placed.set(pod.compiled, (this.placed.get(pod.compiled) ?? 0) + delta);
    for (const { id, countedIn, countsTerminating } of this.frame.tablesOf(pod.compiled).tallies()) {
      const counts = this.counts[id];
      const domain = countedIn[slot] ?? -1;
      if (counts === undefined || domain < 0 || (pod.terminating && !countsTerminating)) continue;
      counts[domain] = (counts[domain] ?? 0) + delta;
    }
  }

  /** Room and scores by resources, for pods that ask for what this one asks. */
  resourcesFor(pod: PodInfo, rules: VersionRules): ResourceTable {
    const id = pod.requests === pod.compiled.requests ? this.frame.tablesOf(pod.compiled).requests : this.frame.requestsOf(pod.requests);
    let table = this.tables.get(id);
    // The lists are new ones where nodes have joined.
    if (table === undefined || table.rules !== rules || table.nodes.room !== this.frame.room || table.nodes.use !== this.use) {
      if (this.tables.size >= MOST_TABLES) this.tables.clear();
      table = new ResourceTable(pod.requests, rules, { room: this.frame.room, use: this.use, changes: this.changes });
      this.tables.set(id, table);
    }
    return table;
  }

  /** How many volumes each node can attach by the least of its drivers' limits, beside those that VolumeAttachments name; by slot. */
  attachable({ csiNodes, attachments }: Storage): Float64Array {
    const { nodes } = this.frame;
    if (this.attach?.csiNodes !== csiNodes || this.attach.counts.length < nodes.length) {
      const counts = Float64Array.from(nodes, ({ metadata: { name } }) => {
        const limits = (csiNodes.get(name)?.spec.drivers ?? []).map(({ allocatable }) => allocatable?.count ?? Number.POSITIVE_INFINITY);
        return Math.min(...limits) - (attachments.get(name)?.length ?? 0);
      });
      this.attach = { csiNodes, counts };
    }
    return this.attach.counts;
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

  private recount({ countedIn, countsPod, countsTerminating, domains, label }: Tally, nodes: () => readonly NodeInfo[]): number[] {
    const counts = zeros(Math.max(domains.values.size, domains.of.length));
    const counted = new Set<CompiledPod>();
    // Every kind that is placed has tables.
    for (const compiled of label === null ? this.placed.keys() : this.frame.kindsWith(label)) if ((this.placed.get(compiled) ?? 0) > 0 && countsPod(compiled)) counted.add(compiled);
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
    const known = this.domainNodes[id];
    const since = known === undefined ? 0 : (this.changesKnown[id] ?? 0);
    if (known !== undefined && since === this.nodeChanges.length) return known;
    const counts = known?.slice() ?? zeros(domains.values.size);
    const add = (slot: number, delta: number): void => {
      const domain = countedIn[slot] ?? -1;
      while (counts.length <= domain) counts.push(0);
      if (domain >= 0) counts[domain] = (counts[domain] ?? 0) + delta;
    };
    if (known === undefined) for (const slot of this.slots(nodes)) add(slot, 1);
    else for (const { slot, delta } of this.nodeChanges.slice(since)) add(slot, delta);
    this.domainNodes[id] = counts;
    this.changesKnown[id] = this.nodeChanges.length;
    return counts;
  }
}

function zeros(length: number): number[] {
  const list: number[] = [];
  while (list.length < length) list.push(0);
  return list;
}
