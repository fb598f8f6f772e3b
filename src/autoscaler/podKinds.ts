import type { OwnerReference, Pod } from '../kubernetes/objects';

export const MIRROR_ANNOTATION = 'kubernetes.io/config.mirror';

export function controllerOf(pod: Pod): OwnerReference | undefined {
  return pod.metadata.ownerReferences?.find(({ controller }) => controller === true);
}

/** What tells a controller from all others: its uid, or its name where a hand-written object has none. */
export function controllerKey(pod: Pod, { uid, kind, name }: OwnerReference): string {
  return uid || `${kind} ${pod.metadata.namespace ?? 'default'}/${name}`;
}

/** Source: kubernetes/autoscaler cluster-autoscaler/utils/pod/pod.go. */
export function isDaemonSetPod(pod: Pod): boolean {
  return controllerOf(pod)?.kind === 'DaemonSet' || pod.metadata.annotations?.['cluster-autoscaler.kubernetes.io/daemonset-pod'] === 'true';
}

export function isMirrorPod(pod: Pod): boolean {
  return pod.metadata.annotations?.[MIRROR_ANNOTATION] !== undefined;
}
