/** What the controller sees of a workload's pods when it looks. Amounts in millicores. */
export interface PodMetrics {
  /** Use of each pod that is ready. */
  readonly usage: readonly number[];
  /** Pods that are starting or Pending. */
  readonly unready: number;
  /** CPU request of one pod. */
  readonly request: number;
  /** Percent of the request. */
  readonly target: number;
  /** `spec.replicas` of the workload. */
  readonly replicas: number;
}

export interface Recommendation {
  readonly replicas: number;
  /** Mean over the pods that are ready, in whole percent of the request; null where none is. */
  readonly utilization: number | null;
}

/** `--horizontal-pod-autoscaler-tolerance` */
export const TOLERANCE = 0.1;

/**
 * The replicas that CPU use asks for. Source: kubernetes/kubernetes pkg/controller/podautoscaler/replica_calculator.go,
 * GetResourceReplicas: the mean of all pods against the target, so that a hot pod is not seen beside idle ones; the mean
 * is in whole percent. Pods that are not ready count as idle where more are wanted.
 */
export function recommendedReplicas({ usage, unready, request, target, replicas }: PodMetrics): Recommendation {
  if (usage.length === 0) return { replicas, utilization: null };
  const used = usage.reduce((sum, each) => sum + Math.ceil(each), 0);
  const percentOver = (pods: number) => Math.trunc((used * 100) / (pods * request));
  const utilization = percentOver(usage.length);
  const ratio = utilization / target;
  if (unready === 0 || ratio <= 1) return { replicas: isNear(ratio) ? replicas : Math.ceil(ratio * usage.length), utilization };
  const pods = usage.length + unready;
  const damped = percentOver(pods) / target;
  if (isNear(damped) || damped < 1) return { replicas, utilization };
  return { replicas: Math.max(replicas, Math.ceil(damped * pods)), utilization };
}

function isNear(ratio: number): boolean {
  return 1 - TOLERANCE <= ratio && ratio <= 1 + TOLERANCE;
}
