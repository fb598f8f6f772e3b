import type { ClusterObjects } from '../kubernetes/clusterObjects';
import type { Pod, PodDisruptionBudget } from '../kubernetes/objects';
import type { Snapshot } from '../scheduling/snapshot';
import type { ClusterPod } from './cluster';
import { disruptionBudget } from './disruptionBudgets';
import { unplaced } from './placePods';
import type { WorkloadManifest } from './workloadManifest';

const READY = [
  { type: 'PodScheduled', status: 'True' },
  { type: 'Ready', status: 'True' },
];

/** Running pods by their unplaced object and node: the same object while pod, node and address are. */
const running = new WeakMap<Pod, Map<string, { readonly index: number; readonly object: Pod }>>();

/** The pod as it runs on its node. `index`: its place among the cluster's pods, for an address of its own. */
export function runningPod(pod: ClusterPod, nodeName: string, index: number): Pod {
  const free = unplaced(pod);
  let known = running.get(free);
  if (known === undefined) running.set(free, (known = new Map()));
  const same = known.get(nodeName);
  if (same?.index === index) return same.object;
  const address = podAddress(index);
  const object: Pod = {
    ...free,
    spec: { ...free.spec, nodeName },
    status: { phase: 'Running', conditions: READY, podIP: address, podIPs: [{ ip: address }] },
  };
  known.set(nodeName, { index, object });
  return object;
}

/** An invented address, unique in the cluster. */
function podAddress(index: number): string {
  const host = index + 1;
  return `10.${128 + (Math.floor(host / 65_536) % 128)}.${Math.floor(host / 256) % 256}.${host % 256}`;
}

/** A pod that waits, with the scheduler's reason where it has looked at it. */
export function pendingPod(pod: ClusterPod, message: string | undefined): Pod {
  const free = unplaced(pod);
  if (message === undefined) return free;
  const reason = free.spec.schedulingGates === undefined ? 'Unschedulable' : 'SchedulingGated';
  return { ...free, status: { phase: 'Pending', conditions: [{ type: 'PodScheduled', status: 'False', reason, message }] } };
}

/** `before` with the pods where they are now, the claims and volumes of the snapshot, and budgets as they then stand. */
export function placedObjects(
  before: ClusterObjects,
  snapshot: Snapshot,
  pods: readonly ClusterPod[],
  nodeOf: ReadonlyMap<string, string>,
  pending: ReadonlyMap<string, string>,
  manifests: readonly WorkloadManifest[],
): ClusterObjects {
  return {
    ...before,
    pods: pods.map((pod, index) => {
      const node = nodeOf.get(pod.key);
      return node === undefined ? pendingPod(pod, pending.get(pod.key)) : runningPod(pod, node, index);
    }),
    persistentVolumeClaims: [...snapshot.storage.allClaims()],
    persistentVolumes: [...snapshot.storage.allVolumes()],
    podDisruptionBudgets: budgets(manifests, pods, nodeOf),
  };
}

/** Every pod that has a node counts as healthy. */
export function budgets(manifests: readonly WorkloadManifest[], pods: readonly ClusterPod[], nodeOf: ReadonlyMap<string, string>): readonly PodDisruptionBudget[] {
  const counts = new Map<string, { healthy: number; expected: number }>();
  for (const { workload } of manifests) if (workload.podDisruptionBudget !== undefined) counts.set(workload.id, { healthy: 0, expected: 0 });
  if (counts.size === 0) return [];
  for (const { key, workload } of pods) {
    const count = counts.get(workload);
    if (count === undefined) continue;
    count.expected++;
    if (nodeOf.has(key)) count.healthy++;
  }
  return manifests.flatMap((manifest) => {
    const count = counts.get(manifest.workload.id);
    return count === undefined ? [] : (disruptionBudget(manifest, count.healthy, count.expected) ?? []);
  });
}
