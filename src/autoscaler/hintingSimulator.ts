import type { Pod } from '../kubernetes/objects';
import type { PodInfo } from '../scheduling/podInfo';
import { controllerKey, controllerOf } from './podKinds';
import { podSpecText } from './podSpecText';
import type { SimulatedCluster } from './simulatedCluster';

/** Failed kinds of pods that are remembered of one controller. */
const MOST_OF_A_CONTROLLER = 10;

/** What a pod like one that failed need not be asked again. Source: cluster-autoscaler/simulator/scheduling/similar_pods.go. */
class UnschedulableKinds {
  private readonly byController = new Map<string, Set<string>>();

  has(pod: Pod): boolean {
    const controller = controllerOf(pod);
    return controller !== undefined && this.byController.get(controllerKey(pod, controller))?.has(podSpecText(pod)) === true;
  }

  add(pod: Pod): void {
    const controller = controllerOf(pod);
    if (controller === undefined) return;
    const key = controllerKey(pod, controller);
    const kinds = this.byController.get(key);
    if (kinds === undefined) this.byController.set(key, new Set([podSpecText(pod)]));
    else if (kinds.size < MOST_OF_A_CONTROLLER) kinds.add(podSpecText(pod));
  }
}

/** Places pods on any node, first where they were placed the last time. Source: cluster-autoscaler/simulator/scheduling/hinting_simulator.go. */
export class HintingSimulator {
  private readonly hints = new Map<string, string>();

  /** The pods that found a node, in the order given; with `breakOnFailure` those before the first that found none. */
  trySchedule(cluster: SimulatedCluster, pods: readonly PodInfo[], accepts?: (nodeName: string) => boolean, breakOnFailure = false): ReadonlySet<PodInfo> {
    const unschedulable = new UnschedulableKinds();
    const placed = new Set<PodInfo>();
    for (const pod of pods) {
      if (this.tryHint(cluster, pod, accepts) || this.tryAnywhere(cluster, pod, unschedulable, accepts)) placed.add(pod);
      else if (breakOnFailure) break;
    }
    return placed;
  }

  private tryHint(cluster: SimulatedCluster, pod: PodInfo, accepts: ((nodeName: string) => boolean) | undefined): boolean {
    const hint = this.hints.get(pod.key);
    return hint !== undefined && cluster.node(hint) !== undefined && accepts?.(hint) !== false && cluster.schedule(pod, hint) === null;
  }

  private tryAnywhere(cluster: SimulatedCluster, info: PodInfo, unschedulable: UnschedulableKinds, accepts: ((nodeName: string) => boolean) | undefined): boolean {
    if (unschedulable.has(info.pod)) return false;
    const node = cluster.scheduleAnywhere(info, undefined, accepts);
    if (node === null) unschedulable.add(info.pod);
    else this.hints.set(info.key, node);
    return node !== null;
  }
}
