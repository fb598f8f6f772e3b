import type { PersistentVolumeClaim } from '../../kubernetes/objects';
import type { Plugin } from '../framework';
import { reject, SKIP } from '../framework';
import type { NodeInfo } from '../nodeInfo';
import type { PodInfo } from '../podInfo';
import type { Storage } from '../storage';
import { claimNameOf, classNameOf } from '../storage';

const TOO_MANY = reject('node(s) exceed max volume count', true);

/**
 * Volumes a node can attach, by CSI driver (from its CSINode).
 * Source: kubernetes/kubernetes pkg/scheduler/framework/plugins/nodevolumelimits/csi.go.
 */
export const nodeVolumeLimits: Plugin<null> = {
  name: 'NodeVolumeLimits',
  weight: 0,
  preFilter({ pod }) {
    const attaches = pod.pod.spec.volumes?.some((volume) => claimNameOf(pod.pod, volume) !== undefined) ?? false;
    return attaches ? { kind: 'run', state: null } : SKIP;
  },
  filter(_state, { snapshot, pod }, node) {
    return exceedsVolumeLimit(snapshot.storage, pod, node) ? TOO_MANY : null;
  },
};

function exceedsVolumeLimit(storage: Storage, pod: PodInfo, node: NodeInfo): boolean {
  const drivers = storage.csiNodes.get(node.name)?.spec.drivers ?? [];
  // As if every volume were another one, of each driver: where even so many fit, nothing need be told apart.
  const most = (pod.pod.spec.volumes?.length ?? 0) + (storage.attachments.get(node.name)?.length ?? 0) + node.volumeCount;
  if (drivers.every(({ allocatable }) => most <= (allocatable?.count ?? Number.POSITIVE_INFINITY))) return false;
  const limits = new Map(drivers.map(({ name, allocatable }) => [name, allocatable?.count]));
  const added = new Map<string, string>();
  attachments(storage, pod, added);
  if (added.size === 0) return false;
  const attached = new Map<string, string>();
  for (const other of node.pods) if (other.compiled.hasVolumes) attachments(storage, other, attached);
  for (const volume of attached.keys()) added.delete(volume);
  for (const { spec } of storage.attachments.get(node.name) ?? []) {
    const handle = storage.volume(spec.source.persistentVolumeName ?? '')?.spec.csi?.volumeHandle;
    if (handle !== undefined) attached.set(uniqueName(spec.attacher, handle), spec.attacher);
  }
  for (const driver of new Set(added.values())) {
    const limit = limits.get(driver);
    if (limit !== undefined && countOf(attached, driver) + countOf(added, driver) > limit) return true;
  }
  return false;
}

/** Adds a pod's volumes to `into`: unique name to driver. */
function attachments(storage: Storage, pod: PodInfo, into: Map<string, string>): void {
  for (const volume of pod.pod.spec.volumes ?? []) {
    const name = claimNameOf(pod.pod, volume);
    const claim = name === undefined ? undefined : storage.claim(pod.namespace, name);
    const identity = claim === undefined ? null : volumeIdentity(storage, claim);
    if (identity !== null) into.set(uniqueName(identity.driver, identity.handle), identity.driver);
  }
}

/** A claim without a volume yet counts as a volume of its own, of the driver that its class names. */
function volumeIdentity(storage: Storage, claim: PersistentVolumeClaim): { readonly driver: string; readonly handle: string } | null {
  const volume = claim.spec.volumeName ? storage.volume(claim.spec.volumeName) : undefined;
  if (volume !== undefined) return volume.spec.csi ? { driver: volume.spec.csi.driver, handle: volume.spec.csi.volumeHandle } : null;
  const provisioner = storage.classes.get(classNameOf(claim))?.provisioner;
  return provisioner ? { driver: provisioner, handle: `unbound-${claim.metadata.namespace ?? 'default'}/${claim.metadata.name}` } : null;
}

function uniqueName(driver: string, handle: string): string {
  return `${driver}/${handle}`;
}

function countOf(volumes: ReadonlyMap<string, string>, driver: string): number {
  let count = 0;
  for (const other of volumes.values()) if (other === driver) count++;
  return count;
}
