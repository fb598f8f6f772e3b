import { compareBytes } from '../byteOrder';
import type { Cluster, ClusterNode, ClusterPod } from '../cluster/cluster';
import { desiredHealthy } from '../cluster/disruptionBudgets';
import { eligibleNodes } from '../cluster/pods';
import type { Move } from '../cluster/replace';
import type { WorkloadManifest } from '../cluster/workloadManifest';
import type { Workload } from '../design/schema';
import type { FailureRow, WorkloadVerdict } from '../evaluation';
import { once } from '../once';

/** `namespace/name`, as rows name a workload. */
export function workloadName({ workload, name }: WorkloadManifest): string {
  return `${workload.namespace}/${name}`;
}

/** Running pods of each workload, by entity id. */
export const runningByWorkload = once(countRunning, ({ nodeOf }) => nodeOf);

function countRunning({ pods, nodeOf }: { readonly pods: readonly ClusterPod[]; readonly nodeOf: ReadonlyMap<string, string> }): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { key, workload } of pods) if (nodeOf.has(key)) counts.set(workload, (counts.get(workload) ?? 0) + 1);
  return counts;
}

/** The same after some pods have moved. */
export function runningAfter(before: ReadonlyMap<string, number>, moves: readonly Move[]): ReadonlyMap<string, number> {
  const counts = new Map(before);
  for (const { pod, from, to } of moves) {
    const change = (to === undefined ? 0 : 1) - (from === undefined ? 0 : 1);
    if (change !== 0) counts.set(pod.workload, (counts.get(pod.workload) ?? 0) + change);
  }
  return counts;
}

/**
 * Pods that a workload must have running: what its PodDisruptionBudget wants healthy, else the share that its users need,
 * else all. A DaemonSet counts the nodes that it is welcome on.
 */
export function neededPods(manifest: WorkloadManifest, nodes: readonly ClusterNode[]): number {
  const { workload } = manifest;
  return neededOf(workload, workload.type === 'DaemonSet' ? eligibleNodes(manifest, nodes).length : workload.replicas);
}

/** The same, where so many pods are expected. */
export function neededOf({ podDisruptionBudget, neededShare }: Workload, expected: number): number {
  if (podDisruptionBudget !== undefined) return desiredHealthy(podDisruptionBudget, expected);
  // 0.07 x 100 is a little over 7 in binary, and means 7.
  return neededShare === undefined ? expected : Math.max(0, Math.ceil(neededShare * expected - 1e-9));
}

export function verdictOf(before: number, after: number, needed: number): WorkloadVerdict {
  if (after >= needed) return 'survives';
  return before > 0 && after === 0 ? 'down' : 'degraded';
}

/** One row a workload, by name. `nodes`: those that are left. */
export function workloadRows(
  cluster: Cluster,
  nodes: readonly ClusterNode[],
  before: ReadonlyMap<string, number>,
  after: ReadonlyMap<string, number>,
): FailureRow['workloads'] {
  return cluster.manifests
    .map((manifest) => {
      const counts = { before: before.get(manifest.workload.id) ?? 0, after: after.get(manifest.workload.id) ?? 0, needed: neededPods(manifest, nodes) };
      return { name: workloadName(manifest), ...counts, verdict: verdictOf(counts.before, counts.after, counts.needed) };
    })
    .sort((a, b) => compareBytes(a.name, b.name));
}
