import type { Edit } from '../design/edit';

/**
 * Why a pod runs where it runs, or why it waits: what kube-scheduler looked at when it was the pod's turn, in plain words
 * and in Kubernetes' own. Names of nodes are those of their Node objects, of pods `namespace/name`.
 */
export interface Explanation {
  readonly pod: string;
  /** Entity id of its workload. */
  readonly workload: string;
  /**
   * `pinned`: put on its node by hand; the verdict is what the scheduler would have said of it in the settled cluster.
   * `lost`: gone with its node for good.
   */
  readonly outcome: 'running' | 'pending' | 'pinned' | 'lost';
  /** Null while it is on none. */
  readonly node: string | null;
  /** What happened, a sentence each, in the chosen language. */
  readonly sentences: readonly string[];
  /** Kubernetes' own words for a Pending pod. */
  readonly message: string | null;
  /** The plugins that scored, in their order; none where fewer than two nodes fit. */
  readonly plugins: readonly ScoringPlugin[];
  /** The chosen node, then those that fit by total, then those that do not by name. */
  readonly nodes: readonly NodeLine[];
  /** Refusals alike, the most frequent first. */
  readonly refusals: readonly RefusalGroup[];
}

export interface ScoringPlugin {
  readonly name: string;
  readonly weight: number;
  /** What it favours, in plain words. */
  readonly plain: string;
}

export interface NodeLine {
  readonly node: string;
  /** Its zone label; null without one. */
  readonly zone: string | null;
  readonly isChosen: boolean;
  /** Has the highest total; where several have, the choice among them is random. */
  readonly isBest: boolean;
  /** Null for a node that fits. */
  readonly refusal: Refusal | null;
  /** Weighted, one for each of `plugins`, with their sum; null for a node that was refused or not scored. */
  readonly scores: readonly number[] | null;
  readonly total: number | null;
}

/** The first plugin that said no. */
export interface Refusal {
  readonly plugin: string;
  /** Kubernetes' own words. */
  readonly reasons: readonly string[];
  /** The same in plain words, with this node's numbers. */
  readonly plain: readonly string[];
  /** Removing other pods could help. */
  readonly resolvable: boolean;
}

export interface RefusalGroup {
  readonly plugin: string;
  readonly reasons: readonly string[];
  /** What the plugin asks, in plain words. */
  readonly plain: string;
  /** How many nodes; where a plugin refused the pod before any node was looked at, all of them. */
  readonly nodes: number;
}

/** What would let a Pending pod run. */
export interface Relaxations {
  /** The smallest first. */
  readonly relaxations: readonly Relaxation[];
  /** False: the design is so large that not every change was tried. */
  readonly isComplete: boolean;
}

/** A change that would let a Pending pod run, and after which nothing that ran is Pending: tried out, not guessed. */
export interface Relaxation {
  /** Stable for a design, a pod and what is changed. */
  readonly id: string;
  /** In the chosen language. */
  readonly label: string;
  /** What it does to the design, as data. */
  readonly edit: Edit;
  /** Where the pod would run. */
  readonly node: string;
  /** Pods that are Pending now and would run, this one included. */
  readonly resolved: number;
  /** Pending pods without and with it; after the loss, where there is one. */
  readonly pending: { readonly before: number; readonly after: number };
  readonly size: ChangeSize;
  /** `size` as a phrase in the chosen language. */
  readonly sizeText: string;
}

/** How much a change is; smaller is what comes first in the order of these fields. */
export interface ChangeSize {
  /** Entities of the design that are changed or added. */
  readonly entities: number;
  /** Values in them that differ; an added entity or item of a list is one. */
  readonly fields: number;
  /** What the design no longer promises, the least first, once for each change; empty: it promises all that it did. */
  readonly weakens: readonly Guarantee[];
  /** Pods that are made anew, since their workload changes. */
  readonly pods: number;
  /** USD a month more (less: negative), before any loss. */
  readonly monthly: number;
}

export type Guarantee =
  | 'requests'
  | 'volumeZones'
  | 'nodeChoice'
  | 'together'
  | 'evenness'
  | 'spread'
  | 'apart'
  | 'reserved'
  | 'blockStorage'
  | 'singleWriter'
  | 'hostPort'
  | 'gates';
