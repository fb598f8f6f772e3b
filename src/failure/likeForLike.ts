import type { ClusterPod, Placed } from '../cluster/cluster';
import type { Settled } from './settle';

/**
 * Whether all that happened is that one worker gave way to another of its group and zone, with as many pods of each
 * workload on it. Then the cluster is the one of before but for names: its traffic, its cost and its room are the same.
 */
export function isLikeForLike(placed: Placed, settled: Settled): boolean {
  const { loss, launched, joined, nodeOf, pods, pending, volumes } = settled;
  const [dead, ...moreDead] = loss.deadMachines;
  const [fresh, ...moreFresh] = launched;
  if (dead === undefined || fresh === undefined || moreDead.length > 0 || moreFresh.length > 0 || !joined || loss.deadZones.size > 0) return false;
  const gone = placed.cluster.nodes.find((node) => node.name === dead);
  if (gone?.zone !== fresh.zone || gone.group !== fresh.group) return false;
  const sizes = nodeOf.size === placed.nodeOf.size && pending.length === placed.pending.length && volumes.length === placed.objects.persistentVolumes.length;
  if (!sizes) return false;
  for (const [key, node] of nodeOf) if (node !== fresh.name && placed.nodeOf.get(key) !== node) return false;
  return sameCounts(byWorkload(placed.cluster.pods, placed.nodeOf, dead), byWorkload(pods, nodeOf, fresh.name));
}

function byWorkload(pods: readonly ClusterPod[], nodeOf: ReadonlyMap<string, string>, node: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { key, workload } of pods) if (nodeOf.get(key) === node) counts.set(workload, (counts.get(workload) ?? 0) + 1);
  return counts;
}

function sameCounts(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): boolean {
  if (a.size !== b.size) return false;
  for (const [workload, count] of a) if (b.get(workload) !== count) return false;
  return true;
}
