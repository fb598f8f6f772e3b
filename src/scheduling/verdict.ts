/**
 * What the scheduler decides about one pod, in the shape that the command line prints. `nodes` is there only where
 * detail was asked for.
 */
export interface Verdict {
  /** `namespace/name`. */
  readonly pod: string;
  readonly outcome: 'scheduled' | 'unschedulable' | 'gated';
  /** The node chosen among the best. */
  readonly node?: string;
  /** All nodes with the highest total score, in byte order; upstream picks one of them at random. */
  readonly bestNodes?: readonly string[];
  readonly nodes?: Readonly<Record<string, NodeVerdict>>;
  /** Feasible and rejected nodes that were looked at; given where sampling applies. */
  readonly evaluatedNodes?: number;
  readonly feasibleNodes?: number;
  readonly preFilterRejectedBy?: readonly string[];
  readonly preFilterMessage?: string;
  /** Kubernetes' own words: the FitError of an unschedulable pod, without what preemption adds. */
  readonly message?: string;
  /** The node that would be freed for the pod, and the pods that would go, `namespace/name` in byte order. */
  readonly preemption?: Preemption;
}

export type NodeVerdict = NodeRefusal | NodeScore;

/** The first plugin that said no. `resolvable`: removing other pods could help. */
interface NodeRefusal {
  readonly rejectedBy: string;
  readonly reasons: readonly string[];
  readonly resolvable: boolean;
}

/** Weighted scores by plugin and their sum; empty where only one node was feasible, which needs no score. */
interface NodeScore {
  readonly scores?: Readonly<Record<string, number>>;
  readonly total?: number;
}

export interface Preemption {
  readonly node: string;
  readonly victims: readonly string[];
}
