import type { OwnerReference, Pod } from '../../kubernetes/objects';
import type { AutoscalerOptions } from '../options';
import { controllerOf, isDaemonSetPod, isMirrorPod } from '../podKinds';
import { isOlderThan } from '../time';
import type { DisruptionBudgets } from './disruptionBudgets';
import type { Workloads } from './workloads';

/** A pod that is being deleted is overlooked this long after the end of its grace period (seconds). */
const LONG_TERMINATING_SECONDS = 30;
const DEFAULT_GRACE_SECONDS = 30;
/** A kube-system pod without a PodDisruptionBudget blocks its node only this long after its creation (seconds). Source: `--blocking-system-pod-distruption-timeout`. */
const SYSTEM_POD_SECONDS = 3600;

const SAFE_TO_EVICT = 'cluster-autoscaler.kubernetes.io/safe-to-evict';
const SAFE_LOCAL_VOLUMES = 'cluster-autoscaler.kubernetes.io/safe-to-evict-local-volumes';

export type BlockingReason =
  | 'ControllerNotFound'
  | 'MinReplicasReached'
  | 'NotReplicated'
  | 'UnmovableKubeSystemPod'
  | 'NotSafeToEvictAnnotation'
  | 'LocalStorageRequested'
  | 'NotEnoughPdb';

/** `ignored`: the pod does not count; `ok`: it is moved, or ends with the node if it is a DaemonSet's. */
export type Drainability = 'ignored' | 'ok' | { readonly blocking: BlockingReason };

/** What the rules ask besides the pod itself. */
export interface DrainContext {
  readonly options: AutoscalerOptions;
  /** Null: controllers are not looked up. */
  readonly workloads: Workloads | null;
  readonly budgets: DisruptionBudgets;
  readonly now: number;
}

type Rule = (pod: Pod, context: DrainContext) => Drainability | null;

/** In this order; the first that decides wins. Source: kubernetes/autoscaler cluster-autoscaler/simulator/drainability/rules. */
const RULES: readonly Rule[] = [
  (pod) => (isMirrorPod(pod) ? 'ignored' : null),
  (pod, { now }) => (isLongTerminating(pod, now) ? 'ignored' : null),
  replicaCount,
  (pod) => (isDaemonSetPod(pod) ? 'ok' : null),
  (pod) => (pod.metadata.annotations?.[SAFE_TO_EVICT] === 'true' ? 'ok' : null),
  replicated,
  system,
  (pod) => (pod.metadata.annotations?.[SAFE_TO_EVICT] === 'false' ? { blocking: 'NotSafeToEvictAnnotation' } : null),
  (pod, { options }) => (options.skipNodesWithLocalStorage && hasLocalStorage(pod) ? { blocking: 'LocalStorageRequested' } : null),
  (pod, { budgets }) => (budgets.blocks(pod) ? { blocking: 'NotEnoughPdb' } : null),
];

export function drainability(pod: Pod, context: DrainContext): Drainability {
  for (const rule of RULES) {
    const answer = rule(pod, context);
    if (answer !== null) return answer;
  }
  return 'ok';
}

export function isLongTerminating({ metadata, spec }: Pod, now: number): boolean {
  if (metadata.deletionTimestamp === undefined) return false;
  const grace = spec.terminationGracePeriodSeconds ?? DEFAULT_GRACE_SECONDS;
  return isOlderThan(metadata.deletionTimestamp, grace + LONG_TERMINATING_SECONDS, now);
}

/** Only kinds that the autoscaler lists are looked up; only ReplicaSets and ReplicationControllers must have enough replicas. */
function replicaCount(pod: Pod, { workloads, options }: DrainContext): Drainability | null {
  const controller = controllerOf(pod);
  if (controller === undefined || workloads === null || !options.skipNodesWithCustomControllerPods) return null;
  if (!isLookedUp(pod, controller)) return null;
  const replicas = workloads.replicasOf(pod.metadata.namespace ?? 'default', controller);
  if (replicas === undefined) return { blocking: 'ControllerNotFound' };
  const counts = controller.kind === 'ReplicaSet' || controller.kind === 'ReplicationController';
  return counts && replicas !== null && replicas < options.minReplicaCount ? { blocking: 'MinReplicasReached' } : null;
}

function isLookedUp(pod: Pod, { apiVersion, kind }: OwnerReference): boolean {
  if (kind === 'ReplicationController') return true;
  if (isDaemonSetPod(pod)) return kind === 'DaemonSet' && apiVersion.startsWith('apps/');
  return kind === 'Job' || kind === 'ReplicaSet' || (kind === 'StatefulSet' && apiVersion.startsWith('apps/'));
}

const REPLICATED_KINDS: ReadonlySet<string> = new Set(['ReplicationController', 'Job', 'ReplicaSet', 'StatefulSet']);

function replicated(pod: Pod, { options }: DrainContext): Drainability | null {
  const controller = controllerOf(pod);
  const isReplicated = controller !== undefined && (!options.skipNodesWithCustomControllerPods || REPLICATED_KINDS.has(controller.kind));
  return isReplicated ? null : { blocking: 'NotReplicated' };
}

function system(pod: Pod, { options, budgets, now }: DrainContext): Drainability | null {
  if (!options.skipNodesWithSystemPods || pod.metadata.namespace !== 'kube-system' || budgets.covers(pod)) return null;
  return isOlderThan(pod.metadata.creationTimestamp, SYSTEM_POD_SECONDS, now) ? 'ok' : { blocking: 'UnmovableKubeSystemPod' };
}

function hasLocalStorage({ metadata, spec }: Pod): boolean {
  const safe = new Set((metadata.annotations?.[SAFE_LOCAL_VOLUMES] ?? '').split(','));
  return spec.volumes?.some(({ name, hostPath, emptyDir }) => !safe.has(name) && (hostPath !== undefined || (emptyDir !== undefined && emptyDir['medium'] !== 'Memory'))) ?? false;
}
