import { compileLabelSelector, matchesLabels } from '../kubernetes/selector';
import type { DeschedulerCluster, DeschedulerPod } from './cluster';
import type { DefaultEvictorArgs } from './defaultEvictorArgs';
import { parseInstant } from './instant';
import { isBareAndAlive, protects } from './podProtections';
import { prefersNoEviction } from './podOrder';

const EVICT = 'descheduler.alpha.kubernetes.io/evict';
const MIRROR = 'kubernetes.io/config.mirror';
const CONFIG_SOURCE = 'kubernetes.io/config.source';

/** Whether DefaultEvictor lets a pod go at all. Source: kubernetes-sigs/descheduler pkg/framework/plugins/defaultevictor/{defaultevictor,constraints}.go. */
export function evictorFilter(
  args: DefaultEvictorArgs,
  cluster: DeschedulerCluster,
  isTerminating: (pod: DeschedulerPod) => boolean,
  /** Milliseconds since 1970; only minPodAge needs it. */
  now: number | null,
): (pod: DeschedulerPod) => boolean {
  const selector = args.labelSelector === undefined ? null : compileLabelSelector(args.labelSelector);
  return (pod) => {
    const annotations = pod.pod.metadata.annotations ?? {};
    if (Object.hasOwn(annotations, EVICT)) return true;
    if (args.noEvictionPolicy === 'Mandatory' && prefersNoEviction(pod)) return false;
    if (Object.hasOwn(annotations, MIRROR) || (annotations[CONFIG_SOURCE] ?? 'api') !== 'api') return false;
    if (isTerminating(pod)) return false;
    for (const protection of args.protections) if (protects[protection](pod, args, cluster)) return false;
    if (!args.protections.has('FailedBarePods') && isBareAndAlive(pod)) return false;
    if (selector !== null && !matchesLabels(selector, pod.labels)) return false;
    return hasReplicas(pod, args, cluster) && isOldEnough(pod, args, now);
  };
}

function hasReplicas({ pod }: DeschedulerPod, { minReplicas }: DefaultEvictorArgs, { podsOfOwner }: DeschedulerCluster): boolean {
  const [owner, ...others] = pod.metadata.ownerReferences ?? [];
  return minReplicas <= 1 || owner === undefined || others.length > 0 || (podsOfOwner.get(owner.uid) ?? 0) >= minReplicas;
}

function isOldEnough({ pod }: DeschedulerPod, { minPodAge }: DefaultEvictorArgs, now: number | null): boolean {
  if (minPodAge === undefined || now === null) return true;
  const started = parseInstant(pod.status?.startTime);
  return started !== null && now - started >= minPodAge;
}
