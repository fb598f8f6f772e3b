export interface Bounds {
  readonly minReplicas: number;
  readonly maxReplicas: number;
}

/** `--horizontal-pod-autoscaler-sync-period`, in seconds. */
export const SYNC_PERIOD = 15;
/** `--horizontal-pod-autoscaler-downscale-stabilization`, in seconds. */
export const STABILIZATION = 300;

export interface Recommended {
  /** Seconds. */
  readonly at: number;
  readonly replicas: number;
}

/** The highest recommendation of the stabilization window, this one included: replicas go down late. */
export function stabilized(now: Recommended, earlier: readonly Recommended[]): number {
  return Math.max(now.replicas, ...earlier.filter(({ at }) => at >= now.at - STABILIZATION).map(({ replicas }) => replicas));
}

export function bounded(replicas: number, { minReplicas, maxReplicas }: Bounds): number {
  return Math.min(Math.max(replicas, minReplicas), maxReplicas);
}

/**
 * Within the bounds, and upwards no more than to twice the replicas, or 4, at once. Source: kubernetes/kubernetes
 * pkg/controller/podautoscaler/horizontal.go, an autoscaler without `behavior`: convertDesiredReplicasWithRules.
 */
export function limited(recommended: number, current: number, bounds: Bounds): number {
  return Math.min(bounded(recommended, bounds), Math.max(2 * current, 4));
}
