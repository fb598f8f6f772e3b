import type { Pod } from '../kubernetes/objects';
import { controllerKey, controllerOf, isDaemonSetPod } from './podKinds';
import { podSpecText } from './podSpecText';

/** Groups of one controller that a pod may join. */
const MOST_OF_A_CONTROLLER = 10;

/** Pods that one answer serves: the first speaks for all. */
export type EquivalenceGroup = readonly [Pod, ...Pod[]];

/** Pods of one controller with equal labels and spec. Source: kubernetes/autoscaler cluster-autoscaler/core/scaleup/equivalence/groups.go. */
export function equivalenceGroups(pods: readonly Pod[]): readonly EquivalenceGroup[] {
  const groups: [Pod, ...Pod[]][] = [];
  const byController = new Map<string, Map<string, [Pod, ...Pod[]]>>();
  for (const pod of pods) {
    const controller = controllerOf(pod);
    const group: [Pod, ...Pod[]] = [pod];
    if (controller === undefined || isDaemonSetPod(pod)) {
      groups.push(group);
      continue;
    }
    const key = controllerKey(pod, controller);
    let ofController = byController.get(key);
    if (ofController === undefined) byController.set(key, (ofController = new Map()));
    const text = podSpecText(pod);
    const known = ofController.get(text);
    if (known !== undefined) {
      known.push(pod);
      continue;
    }
    if (ofController.size < MOST_OF_A_CONTROLLER) ofController.set(text, group);
    groups.push(group);
  }
  return groups;
}
