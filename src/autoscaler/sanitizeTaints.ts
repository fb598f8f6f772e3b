import type { Taint } from '../kubernetes/objects';
import { isStartupTaint, TO_BE_DELETED } from './readiness';

/** Taints that say what state a node is in, not what kind of node it is: a fresh node does not have them. */
const STATE_TAINTS: ReadonlySet<string> = new Set([
  TO_BE_DELETED,
  'DeletionCandidateOfClusterAutoscaler',
  'node.kubernetes.io/not-ready',
  'node.kubernetes.io/unreachable',
  'node.kubernetes.io/unschedulable',
  'node.kubernetes.io/memory-pressure',
  'node.kubernetes.io/disk-pressure',
  'node.kubernetes.io/pid-pressure',
  'node.kubernetes.io/network-unavailable',
  'node.cloudprovider.kubernetes.io/uninitialized',
  'node.cloudprovider.kubernetes.io/shutdown',
  'NodeWithImpairedVolumes',
  'cloud.google.com/impending-node-termination',
]);

/** Source: kubernetes/autoscaler cluster-autoscaler/utils/taints/taints.go, SanitizeTaints. */
export function sanitizeTaints(taints: readonly Taint[] | undefined): readonly Taint[] {
  return (taints ?? []).filter(({ key }) => !STATE_TAINTS.has(key) && !isStartupTaint(key) && !key.startsWith('status-taint.cluster-autoscaler.kubernetes.io/'));
}
