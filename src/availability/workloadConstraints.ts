import type { Cluster, ClusterNode, ClusterPod } from '../cluster/cluster';
import { eligibleNodes } from '../cluster/pods';
import type { WorkloadManifest } from '../cluster/workloadManifest';
import { neededOf } from '../failure/workloads';
import type { Constraint } from './joint';

/** Pods on nodes. */
export interface Running {
  readonly nodes: readonly ClusterNode[];
  readonly pods: readonly ClusterPod[];
  readonly nodeOf: ReadonlyMap<string, string>;
}

/**
 * How many pods each workload (entity id) can lose, and with which node. Nodes that `isLasting` do not fail. As in the
 * failure matrix a DaemonSet needs pods only where there are nodes: a node that fails takes its pod and the need for it;
 * a node that lacks its pod is taken to stay.
 */
export function workloadConstraints({ manifests }: Cluster, { nodes, pods, nodeOf }: Running, isLasting: (node: ClusterNode) => boolean): ReadonlyMap<string, Constraint> {
  const named = new Map(nodes.map((node) => [node.name, node]));
  const onNodes = new Map<string, Map<string, number>>();
  for (const { key, workload } of pods) {
    const node = nodeOf.get(key);
    if (node === undefined || !named.has(node)) continue;
    let counts = onNodes.get(workload);
    if (counts === undefined) onNodes.set(workload, (counts = new Map()));
    counts.set(node, (counts.get(node) ?? 0) + 1);
  }
  return new Map(
    manifests.map((manifest) => {
      const { id } = manifest.workload;
      const counts = [...(onNodes.get(id) ?? [])];
      const running = counts.reduce((sum, [, count]) => sum + count, 0);
      const losses = new Map(counts.filter(([name]) => !named.has(name) || !isLasting(named.get(name) as ClusterNode)));
      return [id, { slack: running - leastRunning(manifest, nodes, running), losses }];
    }),
  );
}

/** The fewest running pods that are enough; one more than there are, where none is. */
function leastRunning(manifest: WorkloadManifest, nodes: readonly ClusterNode[], running: number): number {
  const { workload } = manifest;
  if (workload.type !== 'DaemonSet') return neededOf(workload, workload.replicas);
  const lacking = Math.max(0, eligibleNodes(manifest, nodes).length - running);
  for (let left = 0; left <= running; left++) if (left >= neededOf(workload, left + lacking)) return left;
  return running + 1;
}
