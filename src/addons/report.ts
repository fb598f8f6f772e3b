import type { ClusterNode, Placed } from '../cluster/cluster';
import type { ScaleUpLoop } from '../evaluation';

/** What an autoscaler and the descheduler did to a placed cluster, and what the autoscaler would do after a loss. */
export interface AddonReport {
  /** null: no autoscaler. */
  readonly scaleUp: ScaleUp | null;
  /** null: no descheduler. */
  readonly descheduling: Descheduling | null;
  readonly grow: Grow | null;
}

/**
 * Adds nodes to a cluster while pods wait that more of them would help. `lostZones`: names of zones where nothing starts;
 * `watch`: as in `place`.
 */
export type Grow = (placed: Placed, lostZones: ReadonlySet<string>, watch?: string) => Growth;

export interface Growth extends ScaleUp {
  /** With the nodes, and with the pods that they took in. */
  readonly placed: Placed;
}

export interface ScaleUp {
  readonly added: readonly AddedNode[];
  /** What the cluster autoscaler decided, loop after loop; the last one added nothing, unless nothing waited any more. */
  readonly loops: readonly ScaleUpLoop[];
}

export interface AddedNode {
  readonly node: ClusterNode;
  /** Started in another zone than the autoscaler had counted on, where it helped none of the pods that it was ordered for. */
  readonly isWrongZone: boolean;
}

export interface Descheduling {
  /** Pods evicted, in order; one that was evicted in several cycles is there several times. */
  readonly evicted: readonly string[];
  /** Cycles that evicted a pod. */
  readonly cycles: number;
  /** It would go on evicting: what it moves comes back. */
  readonly isEndless: boolean;
  /** Pod key -> where it ran before the first cycle. */
  readonly before: ReadonlyMap<string, string>;
}
