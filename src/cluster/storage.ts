import type { Design, StorageClassEntity } from '../design/schema';
import { entitiesOf, entityById, zoneName, zonesOf } from '../design/tree';
import type { CSIDriver, NodeSelector, PersistentVolume, PersistentVolumeClaim, PersistentVolumeClaimSpec, StorageClass } from '../kubernetes/objects';
import { compareBytes } from '../byteOrder';
import type { ClusterNode, ClusterPod } from './cluster';
import { fnv32, hexOf } from './hash';
import { objectNames } from './objectNames';
import { replicaClaimName } from './pods';
import type { WorkloadClaim, WorkloadManifest } from './workloadManifest';

const EBS = 'ebs.csi.aws.com';
const EFS = 'efs.csi.aws.com';

/** The design's StorageClasses by id. `fileSystemId`: what stands for an EFS file system's id. */
export function storageClasses(design: Design, fileSystemId: (entityId: string) => string): readonly StorageClass[] {
  return entitiesOf(design, 'storageClass').map((entity) => {
    const ebs = entity.provisioner === EBS;
    const zones = ebs ? allowedZones(design, entity) : [];
    const parameters = ebs ? { type: entity.volumeType } : { provisioningMode: 'efs-ap', fileSystemId: fileSystemId(entity.fileSystem ?? entity.id), directoryPerms: '700' };
    return {
      apiVersion: 'storage.k8s.io/v1',
      kind: 'StorageClass',
      metadata: { name: objectNames(design).storageClasses.get(entity.id) ?? entity.name },
      provisioner: entity.provisioner,
      parameters,
      reclaimPolicy: entity.reclaimPolicy,
      volumeBindingMode: entity.volumeBindingMode,
      ...(ebs ? { allowVolumeExpansion: true } : {}),
      ...(zones.length === 0 ? {} : { allowedTopologies: [{ matchLabelExpressions: [{ key: 'topology.kubernetes.io/zone', values: zones }] }] }),
    };
  });
}

/** Names of the zones that a class is limited to; empty = every zone. Zones that are gone do not count. */
function allowedZones(design: Design, entity: StorageClassEntity): readonly string[] {
  return zonesOf(design)
    .filter((zone) => entity.allowedZones.includes(zone.id))
    .map((zone) => zoneName(design, zone));
}

/** An id such as AWS gives a file system, for a cluster that is only predicted. */
export function inventedFileSystemId(entityId: string): string {
  return `fs-${hexOf(entityId, 17)}`;
}

/** The CSI drivers that the design uses, by name. */
export function csiDrivers(design: Design): readonly CSIDriver[] {
  const classes = entitiesOf(design, 'storageClass');
  const drivers: CSIDriver[] = [];
  const driver = (name: string, attachRequired: boolean): CSIDriver => ({
    apiVersion: 'storage.k8s.io/v1',
    kind: 'CSIDriver',
    metadata: { name },
    spec: { attachRequired, podInfoOnMount: false },
  });
  if (classes.some(({ provisioner }) => provisioner === EBS)) drivers.push(driver(EBS, true));
  if (classes.some(({ provisioner }) => provisioner === EFS) || entitiesOf(design, 'fileSystem').length > 0) drivers.push(driver(EFS, false));
  return drivers;
}

export interface Claims {
  readonly claims: readonly PersistentVolumeClaim[];
  readonly volumes: readonly PersistentVolume[];
}

/**
 * The claims of all workloads, and the volumes of those that are bound before their pods are placed: of a class with
 * Immediate binding, of a file system, and of pods that a pin has put somewhere.
 */
export function claimsOf(
  design: Design,
  manifests: readonly WorkloadManifest[],
  pods: ReadonlyMap<string, readonly ClusterPod[]>,
  nodes: readonly ClusterNode[],
): Claims {
  const claims: PersistentVolumeClaim[] = [];
  const volumes: PersistentVolume[] = [];
  const zoneOfNode = new Map(nodes.map((node) => [node.name, node.zoneName]));
  const nodeZones = [...new Set(zoneOfNode.values())].sort(compareBytes);
  const zones = nodeZones.length > 0 ? nodeZones : zonesOf(design).map((zone) => zoneName(design, zone));
  const add = (manifest: WorkloadManifest, claim: WorkloadClaim, name: string, users: readonly ClusterPod[]): void => {
    const { namespace } = manifest.workload;
    const pin = users.find(({ pinnedTo }) => pinnedTo !== null)?.pinnedTo ?? null;
    const volume = boundVolume(design, claim, name, namespace, pin === null ? undefined : zoneOfNode.get(pin), zones);
    if (volume !== undefined) volumes.push(volume);
    claims.push(volume === undefined ? unboundClaim(claim, namespace, name) : claimObject(namespace, name, claim.spec, volume));
  };
  for (const manifest of manifests) {
    const users = pods.get(manifest.workload.id) ?? [];
    for (const claim of manifest.claims) {
      if (claim.sharedName !== undefined) add(manifest, claim, claim.sharedName, users);
      else for (const pod of users) add(manifest, claim, replicaClaimName(manifest, claim.volume, pod.ordinal), [pod]);
    }
  }
  return { claims, volumes };
}

/** Claims that wait for their first pod, by name: the same objects as before, so that they need not be read to be known. */
const unbound = new WeakMap<WorkloadClaim, Map<string, PersistentVolumeClaim>>();

/** A claim's workload, and with it the namespace, stays the same. */
function unboundClaim(claim: WorkloadClaim, namespace: string, name: string): PersistentVolumeClaim {
  let known = unbound.get(claim);
  if (known === undefined) unbound.set(claim, (known = new Map()));
  let object = known.get(name);
  if (object === undefined) known.set(name, (object = claimObject(namespace, name, claim.spec, undefined)));
  return object;
}

function claimObject(namespace: string, name: string, spec: PersistentVolumeClaimSpec, volume: PersistentVolume | undefined): PersistentVolumeClaim {
  const base = { apiVersion: 'v1', kind: 'PersistentVolumeClaim' } as const;
  if (volume === undefined) return { ...base, metadata: { name, namespace }, spec, status: { phase: 'Pending' } };
  const annotations = { 'pv.kubernetes.io/bind-completed': 'yes', 'pv.kubernetes.io/bound-by-controller': 'yes' };
  return { ...base, metadata: { name, namespace, annotations }, spec: { ...spec, volumeName: volume.metadata.name }, status: { phase: 'Bound' } };
}

function boundVolume(
  design: Design,
  claim: WorkloadClaim,
  name: string,
  namespace: string,
  pinnedZone: string | undefined,
  zones: readonly string[],
): PersistentVolume | undefined {
  if (claim.fileSystem !== undefined) return volumeObject(claim, name, namespace, EFS, inventedFileSystemId(claim.fileSystem), 'Retain', undefined);
  const entity = claim.storageClass === undefined ? undefined : entityById(design, claim.storageClass);
  if (entity?.kind !== 'storageClass') return undefined;
  if (entity.volumeBindingMode === 'WaitForFirstConsumer' && pinnedZone === undefined) return undefined;
  if (entity.provisioner === EFS) {
    const handle = `${inventedFileSystemId(entity.fileSystem ?? entity.id)}::fsap-${hexOf(`${namespace}/${name}`, 17)}`;
    return volumeObject(claim, name, namespace, EFS, handle, entity.reclaimPolicy, undefined);
  }
  const allowed = allowedZones(design, entity);
  const zone = pinnedZone ?? provisionedZone(name, allowed.length > 0 ? allowed : zones);
  return zone === undefined ? undefined : volumeObject(claim, name, namespace, EBS, `vol-${hexOf(`${namespace}/${name}`, 17)}`, entity.reclaimPolicy, zone);
}

/**
 * The zone in which Immediate binding makes a volume: the provisioner sorts the zones that have nodes and turns through
 * them by a hash of the claim's name, one on for each ordinal, so that a StatefulSet's volumes are spread.
 * Source: kubernetes-csi/external-provisioner pkg/controller/topology.go, getPVCNameHashAndIndexOffset.
 */
export function provisionedZone(claimName: string, zones: readonly string[]): string | undefined {
  const ordinal = /^(.*)-(\d+)$/.exec(claimName);
  const prefix = ordinal?.[1] ?? claimName;
  const hashed = ordinal === null ? claimName : prefix.slice(prefix.lastIndexOf('-') + 1);
  const index = (fnv32(hashed) + Number(ordinal?.[2] ?? 0)) % zones.length;
  return zones[index];
}

function volumeObject(
  claim: WorkloadClaim,
  claimName: string,
  namespace: string,
  driver: string,
  volumeHandle: string,
  reclaimPolicy: string,
  zone: string | undefined,
): PersistentVolume {
  const { accessModes, resources, storageClassName, volumeMode } = claim.spec;
  return {
    apiVersion: 'v1',
    kind: 'PersistentVolume',
    metadata: { name: `pv-${namespace}.${claimName}` },
    spec: {
      capacity: resources.requests,
      accessModes,
      persistentVolumeReclaimPolicy: reclaimPolicy,
      storageClassName: storageClassName ?? '',
      volumeMode: volumeMode ?? 'Filesystem',
      claimRef: { apiVersion: 'v1', kind: 'PersistentVolumeClaim', namespace, name: claimName },
      csi: { driver, volumeHandle },
      ...(zone === undefined ? {} : { nodeAffinity: { required: inZone(zone) } }),
    },
    status: { phase: 'Bound' },
  };
}

function inZone(zone: string): NodeSelector {
  return { nodeSelectorTerms: [{ matchExpressions: [{ key: 'topology.kubernetes.io/zone', operator: 'In', values: [zone] }] }] };
}
