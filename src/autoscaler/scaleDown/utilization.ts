import type { NodeInfo } from '../../scheduling/nodeInfo';
import type { PodInfo } from '../../scheduling/podInfo';
import type { AutoscalerOptions } from '../options';
import { isDaemonSetPod, isMirrorPod } from '../podKinds';
import { isLongTerminating } from './drainRules';

export interface Utilization {
  /** The one that is used more. */
  readonly resource: 'cpu' | 'memory';
  /** Requests as a share of allocatable. */
  readonly value: number;
}

/** Null where the node does not say what it offers. Source: kubernetes/autoscaler cluster-autoscaler/simulator/utilization/info.go. */
export function utilizationOf({ pods, capacity }: NodeInfo, options: AutoscalerOptions, now: number): Utilization | null {
  if (capacity.milliCpu === 0 || capacity.memory === 0) return null;
  const cpu = share(pods, capacity.milliCpu, ({ requests }) => requests.milliCpu, options, now);
  const memory = share(pods, capacity.memory, ({ requests }) => requests.memory, options, now);
  return cpu > memory ? { resource: 'cpu', value: cpu } : { resource: 'memory', value: memory };
}

function share(pods: readonly PodInfo[], allocatable: number, requestOf: (pod: PodInfo) => number, options: AutoscalerOptions, now: number): number {
  let requested = 0;
  let setAside = 0;
  for (const info of pods) {
    const isLeftOut = (options.ignoreDaemonSetsUtilization && isDaemonSetPod(info.pod)) || (options.ignoreMirrorPodsUtilization && isMirrorPod(info.pod));
    if (isLeftOut) setAside += requestOf(info);
    else if (!isLongTerminating(info.pod, now)) requested += requestOf(info);
  }
  return requested / (allocatable - setAside);
}
