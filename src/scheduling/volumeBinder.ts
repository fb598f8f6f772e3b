import { compareBytes } from '../byteOrder';
import type { Node, PersistentVolume, PersistentVolumeClaim, StorageClass } from '../kubernetes/objects';
import { quantityValue } from '../kubernetes/quantity';
import { compileLabelSelector, compileNodeSelector, labelValue, matchesLabels, matchesNode } from '../kubernetes/selector';
import type { NodeMatcher } from '../kubernetes/selector';
import type { Storage } from './storage';
import { classNameOf } from './storage';

/** A pod's claims: those with their volume, and those of WaitForFirstConsumer classes that wait for the pod's node. */
export interface PodClaims {
  readonly bound: readonly PersistentVolumeClaim[];
  readonly waiting: readonly PersistentVolumeClaim[];
}

/** What a node would mean for the claims; no reasons: it suits, with these existing volumes taken and these claims provisioned. */
export interface PodVolumes {
  readonly reasons: readonly string[];
  readonly matched: readonly { readonly claim: PersistentVolumeClaim; readonly volume: PersistentVolume }[];
  readonly provisioned: readonly PersistentVolumeClaim[];
}

export const NODE_CONFLICT = "node(s) didn't match PersistentVolume's node affinity";
const BIND_CONFLICT = "node(s) didn't find available persistent volumes to bind";
const NOT_ENOUGH_SPACE = 'node(s) did not have enough free storage';
const VOLUME_MISSING = 'node(s) unavailable due to one or more pvc(s) bound to non-existent pv(s)';
const SELECTED_NODE = 'volume.kubernetes.io/selected-node';

/** What a volume or a class asks of a node; `content` is the same where the same is asked. */
export interface NodeCondition {
  readonly content: string;
  readonly holds: (node: Node) => boolean;
}

/**
 * What the claims ask of a node, where its labels are all that decides: a node suits if all of it holds. Null where more
 * does: a node selected before, volumes that a claim could take, what a driver has left, or where no node suits.
 */
export function nodeConditions(storage: Storage, { bound, waiting }: PodClaims): readonly NodeCondition[] | null {
  const conditions: NodeCondition[] = [];
  for (const { spec } of bound) {
    const volume = storage.volume(spec.volumeName ?? '');
    if (volume === undefined) return null;
    const required = volume.spec.nodeAffinity?.required;
    if (required) conditions.push({ content: JSON.stringify(required), holds: (node) => volumeReaches(volume, node) });
  }
  for (const claim of waiting) {
    const { namespace = 'default', name } = claim.metadata;
    const storageClass = storage.classes.get(classNameOf(claim));
    if (storageClass === undefined || !provisions(storageClass) || isSelected(claim) || needsCapacity(storage, storageClass, claim)) return null;
    if (storage.volumesFor(classNameOf(claim), namespace, name).length > 0) return null;
    const { allowedTopologies = [] } = storageClass;
    if (allowedTopologies.length > 0) conditions.push({ content: JSON.stringify(allowedTopologies), holds: (node) => topologyAllowed(storageClass, node) });
  }
  return conditions;
}

/** Source: kubernetes/kubernetes pkg/scheduler/framework/plugins/volumebinding/binder.go, FindPodVolumes. */
export function findPodVolumes(storage: Storage, claims: PodClaims, node: Node): PodVolumes {
  const missing = boundConflict(storage, claims.bound, node);
  // What most nodes are asked, thousands of times: no lists are made for it.
  if (claims.waiting.length === 0) return missing === null ? SUITS : missing === 'affinity' ? OUT_OF_REACH : GONE;
  const reasons: string[] = [];
  const matched: { claim: PersistentVolumeClaim; volume: PersistentVolume }[] = [];
  let provisioned: PersistentVolumeClaim[] = [];
  if (missing === 'affinity') reasons.push(NODE_CONFLICT);
  const { selected, bySize } = inOrder(claims.waiting);
  if (selected.some(({ metadata }) => metadata.annotations?.[SELECTED_NODE] !== node.metadata.name)) {
    reasons.push(BIND_CONFLICT);
  } else {
    provisioned = [...selected];
    for (const claim of bySize) {
      const volume = matchingVolume(storage, claim, node, matched);
      if (volume === undefined) provisioned.push(claim);
      else matched.push({ claim, volume });
    }
    const conflict = provisioningConflict(storage, provisioned, node);
    if (conflict !== null) reasons.push(conflict);
  }
  if (missing === 'volume') reasons.push(VOLUME_MISSING);
  return { reasons, matched, provisioned };
}

const SUITS: PodVolumes = { reasons: [], matched: [], provisioned: [] };
const OUT_OF_REACH: PodVolumes = { ...SUITS, reasons: [NODE_CONFLICT] };
const GONE: PodVolumes = { ...SUITS, reasons: [VOLUME_MISSING] };

interface WaitingClaims {
  /** Those whose node has been chosen by an earlier attempt. */
  readonly selected: readonly PersistentVolumeClaim[];
  readonly bySize: readonly PersistentVolumeClaim[];
}

const ordered = new WeakMap<PodClaims['waiting'], WaitingClaims>();

/** The same for every node. */
function inOrder(waiting: PodClaims['waiting']): WaitingClaims {
  let claims = ordered.get(waiting);
  if (claims === undefined) {
    claims = { selected: waiting.filter(isSelected), bySize: waiting.filter((claim) => !isSelected(claim)).sort((a, b) => sizeOf(a) - sizeOf(b)) };
    ordered.set(waiting, claims);
  }
  return claims;
}

function isSelected({ metadata }: PersistentVolumeClaim): boolean {
  return metadata.annotations?.[SELECTED_NODE] !== undefined;
}

function sizeOf(claim: PersistentVolumeClaim): number {
  return quantityValue(claim.spec.resources?.requests?.['storage']);
}

function boundConflict(storage: Storage, claims: readonly PersistentVolumeClaim[], node: Node): 'affinity' | 'volume' | null {
  for (const { spec } of claims) {
    const volume = storage.volume(spec.volumeName ?? '');
    if (volume === undefined) return 'volume';
    if (!volumeReaches(volume, node)) return 'affinity';
  }
  return null;
}

const matchers = new WeakMap<PersistentVolume, NodeMatcher>();

/** A volume without node affinity is reachable from everywhere. */
function volumeReaches(volume: PersistentVolume, node: Node): boolean {
  const required = volume.spec.nodeAffinity?.required;
  if (!required) return true;
  let matcher = matchers.get(volume);
  if (matcher === undefined) matchers.set(volume, (matcher = compileNodeSelector(required)));
  return matchesNode(matcher, node);
}

/** The volume made for the claim, or the smallest free one that suits it. Source: kubernetes/component-helpers storage/volume/pv_helpers.go. */
function matchingVolume(
  storage: Storage,
  claim: PersistentVolumeClaim,
  node: Node,
  taken: PodVolumes['matched'],
): PersistentVolume | undefined {
  const volumes = storage.volumesFor(classNameOf(claim), claim.metadata.namespace ?? 'default', claim.metadata.name);
  if (volumes.length === 0) return undefined;
  const size = sizeOf(claim);
  const selector = claim.spec.selector === undefined ? null : compileLabelSelector(claim.spec.selector);
  let best: PersistentVolume | undefined;
  let bestSize = 0;
  for (const volume of volumes) {
    if (taken.some((other) => other.volume === volume)) continue;
    const { claimRef } = volume.spec;
    const own = claimRef !== undefined && isFor(claimRef, claim);
    if (claimRef !== undefined && !own) continue;
    const volumeSize = quantityValue(volume.spec.capacity?.['storage']);
    if (volumeSize < size) continue;
    if ((claim.spec.volumeMode ?? 'Filesystem') !== (volume.spec.volumeMode ?? 'Filesystem')) continue;
    if (volume.metadata.deletionTimestamp !== undefined) continue;
    if (own) return volumeReaches(volume, node) ? volume : undefined;
    if (volume.status?.phase !== 'Available' || !volumeReaches(volume, node)) continue;
    if (selector !== null && !matchesLabels(selector, volume.metadata.labels)) continue;
    if (!(claim.spec.accessModes ?? []).every((mode) => volume.spec.accessModes?.includes(mode))) continue;
    if (best === undefined || bestSize > volumeSize) {
      best = volume;
      bestSize = volumeSize;
    }
  }
  return best;
}

function isFor(claimRef: NonNullable<PersistentVolume['spec']['claimRef']>, claim: PersistentVolumeClaim): boolean {
  if (claimRef.name !== claim.metadata.name || (claimRef.namespace ?? '') !== (claim.metadata.namespace ?? 'default')) return false;
  return !claimRef.uid || claimRef.uid === claim.metadata.uid;
}

function provisioningConflict(storage: Storage, claims: readonly PersistentVolumeClaim[], node: Node): string | null {
  for (const claim of claims) {
    const storageClass = storage.classes.get(classNameOf(claim));
    if (storageClass === undefined || !provisions(storageClass)) return BIND_CONFLICT;
    if (!topologyAllowed(storageClass, node)) return BIND_CONFLICT;
    if (!enoughCapacity(storage, storageClass, claim, node)) return NOT_ENOUGH_SPACE;
  }
  return null;
}

function provisions({ provisioner }: StorageClass): boolean {
  return Boolean(provisioner) && provisioner !== 'kubernetes.io/no-provisioner';
}

function topologyAllowed({ allowedTopologies = [] }: StorageClass, node: Node): boolean {
  if (allowedTopologies.length === 0) return true;
  return allowedTopologies.some(
    ({ matchLabelExpressions = [] }) =>
      matchLabelExpressions.length > 0 && matchLabelExpressions.every(({ key, values }) => values.includes(labelValue(node.metadata.labels, key) ?? '\0')),
  );
}

/** Only drivers that publish their capacity are asked. */
function needsCapacity(storage: Storage, { provisioner }: StorageClass, claim: PersistentVolumeClaim): boolean {
  return claim.spec.resources?.requests?.['storage'] !== undefined && storage.csiDrivers.get(provisioner)?.spec.storageCapacity === true;
}

function enoughCapacity(storage: Storage, storageClass: StorageClass, claim: PersistentVolumeClaim, node: Node): boolean {
  if (!needsCapacity(storage, storageClass, claim)) return true;
  return storage.capacities.some(({ storageClassName, capacity, maximumVolumeSize, nodeTopology }) => {
    const limit = maximumVolumeSize ?? capacity;
    if (storageClassName !== storageClass.metadata.name || limit === undefined || nodeTopology === undefined) return false;
    return quantityValue(limit) >= sizeOf(claim) && matchesLabels(compileLabelSelector(nodeTopology), node.metadata.labels);
  });
}

const ZONE_KEY = 'topology.kubernetes.io/zone';

/** The volume that a provisioner makes for a claim once its pod has a node: an EBS volume lives in the node's zone. */
function provisionedVolume(storage: Storage, claim: PersistentVolumeClaim, node: Node): PersistentVolume {
  const storageClass = storage.classes.get(classNameOf(claim));
  const namespace = claim.metadata.namespace ?? 'default';
  const name = `pvc-${claim.metadata.uid ?? `${namespace}-${claim.metadata.name}`}`;
  const zone = labelValue(node.metadata.labels, ZONE_KEY);
  const zonal = storageClass?.provisioner === 'ebs.csi.aws.com' && zone !== undefined;
  return {
    apiVersion: 'v1',
    kind: 'PersistentVolume',
    metadata: { name },
    spec: {
      capacity: claim.spec.resources?.requests ?? {},
      accessModes: claim.spec.accessModes ?? [],
      persistentVolumeReclaimPolicy: storageClass?.reclaimPolicy ?? 'Delete',
      storageClassName: classNameOf(claim),
      volumeMode: claim.spec.volumeMode ?? 'Filesystem',
      csi: { driver: storageClass?.provisioner ?? '', volumeHandle: `vol-${namespace}-${claim.metadata.name}` },
      ...(zonal ? { nodeAffinity: { required: { nodeSelectorTerms: [{ matchExpressions: [{ key: ZONE_KEY, operator: 'In' as const, values: [zone] }] }] } } } : {}),
    },
  };
}

/** Binds the pod's waiting claims as the node's choice has decided; gives what was bound, claim key to volume name. */
export function bindPodVolumes(storage: Storage, claims: PodClaims, node: Node): ReadonlyMap<string, string> {
  const { matched, provisioned } = findPodVolumes(storage, claims, node);
  const made = provisioned.map((claim) => ({ claim, volume: provisionedVolume(storage, claim, node) }));
  const bound = [...matched, ...made].map(({ claim, volume }): [string, string] => {
    storage.bind(claim, volume);
    return [`${claim.metadata.namespace ?? 'default'}/${claim.metadata.name}`, volume.metadata.name];
  });
  return new Map(bound.sort(([a], [b]) => compareBytes(a, b)));
}
