import { compareBytes } from '../../byteOrder';
import type { ClusterObjects } from '../../kubernetes/clusterObjects';
import type { Labels, Node } from '../../kubernetes/objects';
import type { PodRequests } from '../../kubernetes/podRequests';
import { labelValue } from '../../kubernetes/selector';
import type { CompiledPod } from '../compiledPod';
import type { NodeCapacity } from '../nodeInfo';
import { EPHEMERAL_STORAGE, MEMORY, MILLI_CPU, PODS, STRIDE } from './layout';
import { NodeTable } from './nodeTable';
import type { NodeCondition } from '../volumeBinder';
import type { SharedTerm } from './podTables';
import { PodTables } from './podTables';
import { contentOf } from './resourceTable';

/** The domains of a topology key, as numbers from 0, by node slot; -1 where the node lacks the key. */
export interface Domains {
  readonly of: number[];
  readonly values: Map<string, number>;
  /** No node lacks the key. */
  isComplete: boolean;
}

/** How many placed pods of some kind each domain has: which pods and nodes count. The numbers are a state's (`FastState`). */
export interface Tally {
  readonly id: number;
  readonly domains: Domains;
  /** The domain where a node's pods count, by slot; -1 where they do not. */
  readonly countedIn: number[];
  readonly countsNode: (slot: number) => boolean;
  readonly countsPod: (pod: CompiledPod) => boolean;
  /** `key\0value` of a label without which no pod counts, so that few kinds of pods need be asked; null: unknown. */
  readonly label: string | null;
  /** Pods that are being deleted count for affinity, not for spreading. */
  readonly countsTerminating: boolean;
}

/** Where a condition on nodes holds, by slot. */
interface NodeSet {
  readonly condition: NodeCondition;
  readonly has: boolean[];
}

/** Lists that every pod needs for a moment, with a place for each node. */
interface Scratch {
  /** Slots. */
  readonly feasible: Int32Array;
  readonly totals: Float64Array;
  readonly scores: Float64Array;
}

/** A volume on a node's own disk has a condition of its own: above this number the rest are asked node by node. */
const MOST_NODE_SETS = 64;

type TallyRules = Pick<Tally, 'countsNode' | 'countsPod' | 'countsTerminating' | 'label'>;

/**
 * What never changes about nodes and kinds of pods. A node gets a number, its slot, and keeps it; a snapshot and its
 * clones share one frame, which only grows, so that what was worked out for one serves all.
 */
export class Frame {
  readonly objects: ClusterObjects;
  readonly namespaces: ReadonlyMap<string, Labels>;
  readonly nodes: Node[] = [];
  /** What each node offers, laid out as `FastState.use`. */
  room = new Float64Array(64 * STRIDE);
  readonly tallies: Tally[] = [];
  /** Affinity terms of pods that may concern others, each once, in order of appearance. */
  readonly terms: SharedTerm[] = [];
  private readonly termsByContent = new Map<string, SharedTerm>();
  private readonly talliesByLabel = new Map<string | null, Tally[]>();
  private readonly kindsByLabel = new Map<string, CompiledPod[]>();
  private readonly talliesByContent = new Map<string, Tally>();
  private readonly slots = new Map<Node, number>();
  private readonly byKey = new Map<string, Domains>();
  private readonly tables = new Map<CompiledPod, PodTables>();
  /** Slots by name. */
  private readonly byName: number[] = [];
  private rank = new Int32Array(0);
  private readonly nodeTables = new Map<string, NodeTable>();
  private readonly nodeSets = new Map<string, NodeSet>();
  private readonly requests = new Map<string, number>();
  private lists: Scratch | null = null;
  /** Every node as a domain of its own. */
  private readonly self: Domains = { of: [], values: new Map(), isComplete: true };

  constructor(objects: ClusterObjects, namespaces: ReadonlyMap<string, Labels>) {
    this.objects = objects;
    this.namespaces = namespaces;
  }

  /** The slot of a node; one that is new is read into every table. */
  slotOf(node: Node, capacity: NodeCapacity): number {
    const known = this.slots.get(node);
    if (known !== undefined) return known;
    const slot = this.nodes.length;
    this.slots.set(node, slot);
    this.nodes.push(node);
    this.readCapacity(slot, capacity);
    this.self.of.push(slot);
    for (const [key, domains] of this.byKey) domains.of.push(domainOf(domains, node, key));
    for (const tally of this.tallies) tally.countedIn.push(tally.countsNode(slot) ? (tally.domains.of[slot] ?? -1) : -1);
    for (const table of this.nodeTables.values()) table.readNode(node);
    for (const { condition, has } of this.nodeSets.values()) has.push(condition.holds(node));
    return slot;
  }

  private readCapacity(slot: number, { milliCpu, memory, ephemeralStorage, pods }: NodeCapacity): void {
    const base = slot * STRIDE;
    if (base >= this.room.length) {
      const larger = new Float64Array(this.room.length * 2);
      larger.set(this.room);
      this.room = larger;
    }
    this.room[base + MILLI_CPU] = milliCpu;
    this.room[base + MEMORY] = memory;
    this.room[base + EPHEMERAL_STORAGE] = ephemeralStorage;
    this.room[base + PODS] = pods;
  }

  /** Place of a slot's name in byte order among all names; a node that joins is put in its place. */
  ranks(): Int32Array {
    const { nodes, byName } = this;
    if (byName.length === nodes.length) return this.rank;
    const before = (a: number, b: number): number => compareBytes(nodes[a]?.metadata.name ?? '', nodes[b]?.metadata.name ?? '');
    if (byName.length === 0) {
      byName.push(...nodes.keys());
      byName.sort(before);
    }
    for (let slot = byName.length; slot < nodes.length; slot++) {
      const at = byName.findIndex((other) => before(slot, other) < 0);
      byName.splice(at < 0 ? slot : at, 0, slot);
    }
    this.rank = new Int32Array(nodes.length);
    for (const [rank, slot] of byName.entries()) this.rank[slot] = rank;
    return this.rank;
  }

  domains(key: string): Domains {
    let domains = this.byKey.get(key);
    if (domains === undefined) {
      domains = { of: [], values: new Map(), isComplete: true };
      for (const node of this.nodes) domains.of.push(domainOf(domains, node, key));
      this.byKey.set(key, domains);
    }
    return domains;
  }

  /**
   * `key` null: by node. `content`: what tells this tally from others by the same key; kinds of pods that differ in
   * something else, as the pods of a StatefulSet do in a label, share it.
   */
  tally(key: string | null, content: string, rules: TallyRules): Tally {
    const id = `${key ?? ''}\0${content}`;
    let tally = this.talliesByContent.get(id);
    if (tally === undefined) this.talliesByContent.set(id, (tally = this.newTally(key, rules)));
    return tally;
  }

  private newTally(key: string | null, rules: TallyRules): Tally {
    const domains = key === null ? this.self : this.domains(key);
    const countedIn = domains.of.map((domain, slot) => (rules.countsNode(slot) ? domain : -1));
    const tally: Tally = { id: this.tallies.length, domains, countedIn, ...rules };
    this.tallies.push(tally);
    this.listOf(tally.label).push(tally);
    return tally;
  }

  /** Those that need this label, null: that may count any pod. The list grows. */
  talliesFor(label: string | null): readonly Tally[] {
    return this.listOf(label);
  }

  private listOf(label: string | null): Tally[] {
    let list = this.talliesByLabel.get(label);
    if (list === undefined) this.talliesByLabel.set(label, (list = []));
    return list;
  }

  /** Kinds of pods that have tables and this label. */
  kindsWith(label: string): readonly CompiledPod[] {
    return this.kindsByLabel.get(label) ?? NO_KINDS;
  }

  /** The same term of several kinds of pods is one; `make` builds it where it is new. */
  sharedTerm(content: string, make: () => SharedTerm): SharedTerm {
    let term = this.termsByContent.get(content);
    if (term === undefined) {
      term = make();
      this.termsByContent.set(content, term);
      this.terms.push(term);
    }
    return term;
  }

  nodeTableOf(compiled: CompiledPod): NodeTable {
    const content = NodeTable.contentOf(compiled);
    let table = this.nodeTables.get(content);
    if (table === undefined) {
      table = new NodeTable(compiled);
      for (const node of this.nodes) table.readNode(node);
      this.nodeTables.set(content, table);
    }
    return table;
  }

  scratch(): Scratch {
    const { length } = this.nodes;
    if (this.lists === null || this.lists.feasible.length < length) {
      this.lists = { feasible: new Int32Array(length), totals: new Float64Array(length), scores: new Float64Array(length) };
    }
    return this.lists;
  }

  /** By slot; null where there are too many conditions to remember. */
  nodesWhere(condition: NodeCondition): readonly boolean[] | null {
    const known = this.nodeSets.get(condition.content);
    if (known !== undefined) return known.has;
    if (this.nodeSets.size === MOST_NODE_SETS) return null;
    const has = this.nodes.map((node) => condition.holds(node));
    this.nodeSets.set(condition.content, { condition, has });
    return has;
  }

  /** The same number for requests that tables of resources cannot tell apart. */
  requestsOf(requests: PodRequests): number {
    const content = contentOf(requests);
    let id = this.requests.get(content);
    if (id === undefined) this.requests.set(content, (id = this.requests.size));
    return id;
  }

  tablesOf(compiled: CompiledPod): PodTables {
    let tables = this.tables.get(compiled);
    if (tables === undefined) {
      tables = new PodTables(this, compiled);
      for (const [key, value] of Object.entries(compiled.labels)) {
        const label = `${key}\0${value}`;
        const kinds = this.kindsByLabel.get(label);
        if (kinds === undefined) this.kindsByLabel.set(label, [compiled]);
        else kinds.push(compiled);
      }
      this.tables.set(compiled, tables);
    }
    return tables;
  }
}

const NO_KINDS: readonly CompiledPod[] = [];

function domainOf(domains: Domains, node: Node, key: string): number {
  const value = labelValue(node.metadata.labels, key);
  if (value === undefined) {
    domains.isComplete = false;
    return -1;
  }
  let domain = domains.values.get(value);
  if (domain === undefined) domains.values.set(value, (domain = domains.values.size));
  return domain;
}
