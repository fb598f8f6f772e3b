import type { NodeUsage, WorkloadRequests } from '../evaluation';

/** Whether the kubelet of a node would admit one more pod: it refuses what goes beyond allocatable (OutOfcpu, OutOfmemory, OutOfpods). */
export function hasRoom(usage: NodeUsage, { cpu, memory }: Pick<WorkloadRequests, 'cpu' | 'memory'>): boolean {
  const fits = (used: NodeUsage['cpu'], more: number) => more === 0 || used.requested + more <= used.allocatable;
  return fits(usage.cpu, cpu) && fits(usage.memory, memory) && fits(usage.pods, 1);
}

/** The fuller of CPU and memory: requested over allocatable, 0 to 1 (and above where pins overfill a node). */
export function fullness({ cpu, memory }: NodeUsage): number {
  const share = ({ requested, allocatable }: NodeUsage['cpu']) => (allocatable === 0 ? 0 : requested / allocatable);
  return Math.max(share(cpu), share(memory));
}
