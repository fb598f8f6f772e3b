import type { FastFilter } from '../scheduling/fast/fastFilter';
import type { Rejection } from '../scheduling/framework';
import type { NodeInfo } from '../scheduling/nodeInfo';
import { AFFINITY_MISSING, ANTI_AFFINITY, EXISTING_ANTI_AFFINITY, interPodAffinity } from '../scheduling/plugins/interPodAffinity';
import { MISMATCH, nodeAffinity } from '../scheduling/plugins/nodeAffinity';
import { nodePorts, TAKEN } from '../scheduling/plugins/nodePorts';
import { fit, nodeResourcesFit } from '../scheduling/plugins/nodeResourcesFit';
import { nodeUnschedulable, UNSCHEDULABLE } from '../scheduling/plugins/nodeUnschedulable';
import { LABEL_MISSING, podTopologySpread, TOO_SKEWED } from '../scheduling/plugins/podTopologySpread';
import { taintToleration, UNTOLERATED } from '../scheduling/plugins/taintToleration';

const BY_REJECTION: ReadonlyMap<Rejection, string> = new Map([
  [UNSCHEDULABLE, nodeUnschedulable.name],
  [UNTOLERATED, taintToleration.name],
  [MISMATCH, nodeAffinity.name],
  [TAKEN, nodePorts.name],
  [LABEL_MISSING, podTopologySpread.name],
  [TOO_SKEWED, podTopologySpread.name],
  [AFFINITY_MISSING, interPodAffinity.name],
  [ANTI_AFFINITY, interPodAffinity.name],
  [EXISTING_ANTI_AFFINITY, interPodAffinity.name],
]);

/** The plugin that said no: most have rejections of their own, the others are asked again. */
export function rejectingPlugin({ cycle, volumes }: FastFilter, rejection: Rejection, node: NodeInfo, slot: number): string {
  const known = BY_REJECTION.get(rejection);
  if (known !== undefined) return known;
  if (fit(cycle.pod.requests, node) !== null) return nodeResourcesFit.name;
  return volumes.find(({ refusal }) => refusal(slot) !== null)?.plugin ?? '';
}
