import type { Node } from '../kubernetes/objects';
import { isOlderThan, secondsOf } from './time';

/** A node that is not ready counts as starting for this long after its creation (seconds). Source: clusterstate.go, MaxNodeStartupTime. */
const NODE_STARTUP_SECONDS = 15 * 60;
/** A node's readiness must have lasted this long for it to be a template (seconds). */
const STABILIZATION_SECONDS = 60;
export const TO_BE_DELETED = 'ToBeDeletedByClusterAutoscaler';

/** A node with a taint that says it is still starting is not ready. Source: cluster-autoscaler/utils/taints/taints.go. */
export function isStartupTaint(key: string): boolean {
  return key.startsWith('ignore-taint.cluster-autoscaler.kubernetes.io/') || key.startsWith('startup-taint.cluster-autoscaler.kubernetes.io/');
}

/** Source: kubernetes/autoscaler cluster-autoscaler/utils/kubernetes/ready.go. */
export function isReady({ spec, status }: Node): boolean {
  const conditions = status.conditions ?? [];
  const bad = conditions.some(({ type, status: is }) => is === 'True' && (type === 'DiskPressure' || type === 'NetworkUnavailable'));
  if (bad || spec?.taints?.some(({ key }) => isStartupTaint(key))) return false;
  return conditions.some(({ type, status: is }) => type === 'Ready' && is === 'True');
}

export function isReadyAndSchedulable(node: Node): boolean {
  return isReady(node) && node.spec?.unschedulable !== true;
}

/** Whether a group's template may be copied from the node. Source: processors/nodeinfosprovider/mixed_nodeinfos_processor.go. */
export function isGoodTemplate(node: Node, now: number | null): boolean {
  if (!isReadyAndSchedulable(node) || node.spec?.taints?.some(({ key }) => key === TO_BE_DELETED)) return false;
  const ready = node.status.conditions?.find(({ type }) => type === 'Ready');
  return isOlderThan(ready?.lastTransitionTime, STABILIZATION_SECONDS, now);
}

/** Not ready, but so young that it is still coming up. */
export function isStarting(node: Node, now: number | null): boolean {
  const created = secondsOf(node.metadata.creationTimestamp);
  return !isReady(node) && now !== null && created !== undefined && created + NODE_STARTUP_SECONDS > now;
}
