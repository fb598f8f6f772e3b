import type { Placed } from '../cluster/cluster';
import type { Settled } from './settle';

/**
 * Whether all that happened is that one worker gave way to another of its group and zone, with as many pods of each
 * workload on it. Then the cluster is the one of before but for names: its traffic, its cost and its room are the same.
 */
export function isLikeForLike(placed: Placed, settled: Settled): boolean {
  const { loss, launched, joined, moves, pending, volumes } = settled;
  const [dead, ...moreDead] = loss.deadMachines;
  const [fresh, ...moreFresh] = launched;
  if (dead === undefined || fresh === undefined || moreDead.length > 0 || moreFresh.length > 0 || !joined || loss.deadZones.size > 0) return false;
  const gone = placed.cluster.nodes.find((node) => node.name === dead);
  if (gone?.zone !== fresh.zone || gone.group !== fresh.group) return false;
  if (pending.length !== placed.pending.length || volumes.length !== placed.objects.persistentVolumes.length) return false;
  // By workload: how many more pods the fresh one has than the dead one had.
  const more = new Map<string, number>();
  for (const { pod, from, to } of moves) {
    if (from !== dead && to !== fresh.name) {
      if (from !== to) return false;
      continue;
    }
    if (from !== undefined && from !== dead) return false;
    if (to !== undefined && to !== fresh.name) return false;
    const change = (to === undefined ? 0 : 1) - (from === undefined ? 0 : 1);
    more.set(pod.workload, (more.get(pod.workload) ?? 0) + change);
  }
  return [...more.values()].every((count) => count === 0);
}
