/*
 * Planned work on a placed cluster: what a person with kubectl, EKS or Auto Scaling does to it on purpose.
 *
 *   Placed ─┬─> drain        kubectl drain of nodes: evictions under PodDisruptionBudgets, round by round
 *           ├─> zonalShift   ARC zonal shift of an EKS cluster: traffic leaves a zone, pods stay
 *           └─> upgrade      new instances for a group: a managed node group's update, or an instance refresh
 *
 * All of them work on a `Floor`: the cluster with some nodes cordoned, on which pods are evicted and placed again.
 */

/** Is told how many nodes have had their turn. */
export type OnNodes = (done: number, total: number) => void;

/** Why a pod finds no node, from the scheduler's message. */
export type WaitingCause = 'capacity' | 'volume' | 'rules';

export interface WaitingPod {
  /** `namespace/name` */
  readonly pod: string;
  /** Kubernetes' own words. */
  readonly message: string;
  readonly cause: WaitingCause;
}

/** What planned work leaves of a workload. DaemonSets follow the nodes and are not in it. */
export interface WorkloadDuring {
  /** `namespace/name` */
  readonly name: string;
  /** Running pods: before, at the worst moment, and at the end. */
  readonly before: number;
  readonly lowest: number;
  readonly after: number;
  readonly needed: number;
}

/**
 * Room comes first: where a node with the pod's volume within reach is merely full, room would do. A volume of one zone is
 * the cause where nothing else is wrong with the nodes but that they are cordoned or elsewhere.
 */
export function causeOf(message: string): WaitingCause {
  if (/Insufficient |Too many pods/.test(message)) return 'capacity';
  return message.includes("didn't match PersistentVolume's node affinity") || message.includes('volume node affinity conflict') ? 'volume' : 'rules';
}
