import type { PersistentVolumeClaim } from '../../kubernetes/objects';
import type { Cycle, Plugin, Rejection } from '../framework';
import { reject, SKIP } from '../framework';
import { findPodVolumes } from '../volumeBinder';
import type { PodClaims } from '../volumeBinder';
import { claimNameOf, classNameOf } from '../storage';

const UNBOUND_IMMEDIATE = reject('pod has unbound immediate PersistentVolumeClaims', false);

/**
 * A pod runs where its volumes are, or where they can be made.
 * Source: kubernetes/kubernetes pkg/scheduler/framework/plugins/volumebinding/{volume_binding,binder}.go.
 * Its score (gate StorageCapacityScoring) is off by default in 1.30 to 1.36.
 */
export const volumeBinding: Plugin<PodClaims> = {
  name: 'VolumeBinding',
  weight: 0,
  preFilter(cycle) {
    if (!cycle.pod.compiled.hasVolumes) return SKIP;
    const claims = podClaims(cycle);
    if ('resolvable' in claims) return { kind: 'reject', rejection: claims };
    return claims.bound.length + claims.waiting.length === 0 ? SKIP : { kind: 'run', state: claims };
  },
  filter(claims, { snapshot }, { node }) {
    const { reasons } = findPodVolumes(snapshot.storage, claims, node);
    return reasons.length === 0 ? null : { reasons, resolvable: false };
  },
};

/** The pod's claims by state, or why it cannot run anywhere yet. */
export function podClaims({ snapshot, pod }: Pick<Cycle, 'snapshot' | 'pod'>): PodClaims | Rejection {
  const all: PersistentVolumeClaim[] = [];
  for (const volume of pod.pod.spec.volumes ?? []) {
    const name = claimNameOf(pod.pod, volume);
    if (name === undefined) continue;
    const claim = snapshot.storage.claim(pod.namespace, name);
    if (claim === undefined) {
      return reject(
        volume.ephemeral
          ? `waiting for ephemeral volume controller to create the persistentvolumeclaim "${name}"`
          : `persistentvolumeclaim "${name}" not found`,
        false,
      );
    }
    if (claim.status?.phase === 'Lost') return reject(`persistentvolumeclaim "${name}" bound to non-existent persistentvolume "${claim.spec.volumeName ?? ''}"`, false);
    if (claim.metadata.deletionTimestamp !== undefined) return reject(`persistentvolumeclaim "${name}" is being deleted`, false);
    all.push(claim);
  }
  const bound = all.filter(isFullyBound);
  const waiting = all.filter((claim) => !isFullyBound(claim));
  const delayed = (claim: PersistentVolumeClaim): boolean =>
    !claim.spec.volumeName && snapshot.storage.classes.get(classNameOf(claim))?.volumeBindingMode === 'WaitForFirstConsumer';
  return waiting.every(delayed) ? { bound, waiting } : UNBOUND_IMMEDIATE;
}

function isFullyBound({ metadata, spec }: PersistentVolumeClaim): boolean {
  return Boolean(spec.volumeName) && metadata.annotations?.['pv.kubernetes.io/bind-completed'] !== undefined;
}
