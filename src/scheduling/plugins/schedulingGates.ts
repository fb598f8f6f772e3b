import type { Pod } from '../../kubernetes/objects';

/**
 * SchedulingGates keeps a pod out of the queue while it has gates; the message, or null without any.
 * Source: kubernetes/kubernetes pkg/scheduler/framework/plugins/schedulinggates/scheduling_gates.go (PreEnqueue).
 */
export function schedulingGatesMessage(pod: Pod): string | null {
  const gates = pod.spec.schedulingGates ?? [];
  return gates.length === 0 ? null : `waiting for scheduling gates: [${gates.map(({ name }) => name).join(' ')}]`;
}
