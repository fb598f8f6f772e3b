import type { Pod } from '../kubernetes/objects';
import { podInfoOf } from '../scheduling/podInfo';
import { goSort } from './goSort';
import { HintingSimulator } from './hintingSimulator';
import type { AutoscalerOptions } from './options';
import { isDaemonSetPod } from './podKinds';
import type { SimulatedCluster } from './simulatedCluster';

export function isExpendable({ spec }: Pod, { expendablePodsPriorityCutoff }: AutoscalerOptions): boolean {
  return spec.priority !== undefined && spec.priority < expendablePodsPriorityCutoff;
}

/**
 * The pending pods that need new nodes, most important first. Those that fit on the nodes there are, or wait for a
 * preemption, are put there. Source: kubernetes/autoscaler cluster-autoscaler/core/podlistprocessor.
 */
export function filterPods(cluster: SimulatedCluster, pending: readonly Pod[], options: AutoscalerOptions): readonly Pod[] {
  const candidates = pending.filter((pod) => !isExpendable(pod, options));
  const isPreempting = ({ status }: Pod): boolean => Boolean(status?.nominatedNodeName) && cluster.node(status?.nominatedNodeName ?? '') !== undefined;
  for (const pod of candidates.filter(isPreempting)) cluster.place(podInfoOf(pod), pod.status?.nominatedNodeName ?? '');
  const waiting = candidates.filter((pod) => !isPreempting(pod));
  const important = goSort(waiting, (a, b) => (a.spec.priority ?? 0) > (b.spec.priority ?? 0)).map(podInfoOf);
  const placed = new HintingSimulator().trySchedule(cluster, important);
  // DaemonSets look after their own pods, but theirs may have taken room before.
  return important.filter((pod) => !placed.has(pod) && !isDaemonSetPod(pod.pod)).map(({ pod }) => pod);
}
