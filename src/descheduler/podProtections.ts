import { objectKey } from '../kubernetes/objects';
import type { DeschedulerCluster, DeschedulerPod } from './cluster';
import type { DefaultEvictorArgs } from './defaultEvictorArgs';

export const defaultProtections = ['PodsWithLocalStorage', 'SystemCriticalPods', 'FailedBarePods', 'DaemonSetPods'] as const;
export const extraProtections = ['PodsWithPVC', 'PodsWithoutPDB', 'PodsWithResourceClaims'] as const;

export type PodProtection = (typeof defaultProtections)[number] | (typeof extraProtections)[number];

/** The priority from which on pods are the system's own. Source: kubernetes/kubernetes pkg/apis/scheduling/types.go, `SystemCriticalPriority`. */
export const SYSTEM_CRITICAL_PRIORITY = 2_000_000_000;

type Protects = (pod: DeschedulerPod, args: DefaultEvictorArgs, cluster: DeschedulerCluster) => boolean;

/** Whether a protection that holds keeps the pod. Source: kubernetes-sigs/descheduler pkg/framework/plugins/defaultevictor/defaultevictor.go (v0.36.0). */
export const protects: Readonly<Record<PodProtection, Protects>> = {
  SystemCriticalPods: ({ priority }, { priorityThreshold }) => priority !== undefined && (priority >= SYSTEM_CRITICAL_PRIORITY || priority >= priorityThreshold),
  FailedBarePods: ({ pod }) => (pod.metadata.ownerReferences ?? []).length === 0,
  PodsWithLocalStorage: ({ pod }) => (pod.spec.volumes ?? []).some(({ hostPath, emptyDir }) => hostPath !== undefined || emptyDir !== undefined),
  DaemonSetPods: ({ pod }) => (pod.metadata.ownerReferences ?? []).some(({ kind }) => kind === 'DaemonSet'),
  PodsWithPVC: (pod, { protectedStorageClasses }, cluster) => hasProtectedClaim(pod, protectedStorageClasses, cluster),
  // Meant for pods that no budget selects; but its informer is never started (issue 1882), so it finds no budget for any pod.
  PodsWithoutPDB: () => true,
  PodsWithResourceClaims: ({ pod }) => (pod.spec.resourceClaims ?? []).length > 0,
};

/** What a disabled protection leaves: a pod without owner must have failed, and lists have no failed pods. */
export function isBareAndAlive({ pod }: DeschedulerPod): boolean {
  return (pod.metadata.ownerReferences ?? []).length === 0 && pod.status?.phase !== 'Failed';
}

/** Without classes to protect, every claim is. A claim that is missing or has no class cannot be told, and protects. */
function hasProtectedClaim({ pod, namespace }: DeschedulerPod, classes: readonly string[], { claimClasses }: DeschedulerCluster): boolean {
  return (pod.spec.volumes ?? []).some(({ persistentVolumeClaim }) => {
    if (persistentVolumeClaim === undefined) return false;
    if (classes.length === 0) return true;
    const claim = claimClasses.get(objectKey({ metadata: { namespace, name: persistentVolumeClaim.claimName } }));
    return claim === undefined || classes.includes(claim);
  });
}
