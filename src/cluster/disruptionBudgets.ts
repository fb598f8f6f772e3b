import type { PodDisruptionBudget } from '../kubernetes/objects';
import type { WorkloadManifest } from './workloadManifest';

type Status = NonNullable<PodDisruptionBudget['status']>;

/** The workload's PodDisruptionBudget while `healthy` of `expected` pods are ready; undefined without one. */
export function disruptionBudget(manifest: WorkloadManifest, healthy: number, expected: number): PodDisruptionBudget | undefined {
  const { workload, name, selector } = manifest;
  const budget = workload.podDisruptionBudget;
  if (budget === undefined) return undefined;
  const { minAvailable, maxUnavailable } = budget;
  return {
    apiVersion: 'policy/v1',
    kind: 'PodDisruptionBudget',
    metadata: { name, namespace: workload.namespace },
    spec: {
      ...(minAvailable === undefined ? {} : { minAvailable }),
      ...(maxUnavailable === undefined ? {} : { maxUnavailable }),
      selector: { matchLabels: selector },
    },
    status: statusOf(manifest, healthy, expected),
  };
}

/** Healthy pods that a budget wants among `expected`. Source: kubernetes/kubernetes pkg/controller/disruption, getExpectedPodCount. */
export function desiredHealthy(budget: { readonly minAvailable?: number | string | undefined; readonly maxUnavailable?: number | string | undefined }, expected: number): number {
  if (budget.maxUnavailable !== undefined) return Math.max(0, expected - scaled(budget.maxUnavailable, expected));
  return budget.minAvailable === undefined ? 0 : scaled(budget.minAvailable, expected);
}

/** A count, or a percentage of `total` rounded up. */
function scaled(value: number | string, total: number): number {
  return typeof value === 'number' ? value : Math.ceil((Number.parseInt(value, 10) * total) / 100);
}

/** A DaemonSet has no scale to take a percentage or maxUnavailable of: the controller fails, and allows no disruption. */
function statusOf({ workload }: WorkloadManifest, healthy: number, expected: number): Status {
  const budget = workload.podDisruptionBudget ?? {};
  const fails = workload.type === 'DaemonSet' && typeof budget.minAvailable !== 'number';
  const desired = desiredHealthy(budget, expected);
  return {
    currentHealthy: healthy,
    desiredHealthy: desired,
    disruptionsAllowed: fails || expected === 0 ? 0 : Math.max(0, healthy - desired),
    expectedPods: expected,
  };
}
