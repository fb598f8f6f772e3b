import { compareBytes } from '../../byteOrder';
import { uniqueByName } from '../../cluster/classes';
import { objectNames } from '../../cluster/objectNames';
import { storageClasses } from '../../cluster/storage';
import type { WorkloadManifest } from '../../cluster/workloadManifest';
import type { Design } from '../../design/schema';
import { entitiesOf, entityById } from '../../design/tree';
import type { Namespace, PersistentVolume } from '../../kubernetes/objects';
import type { ManifestFile } from './manifestFile';
import { clusterFolder } from './manifestFile';
import { fileSystemVolumeName } from './workloadFiles';

/** Stands for the id of a file system until somebody fills it in. */
export const UNKNOWN_FILE_SYSTEM = 'fs-00000000000000000';

/** Namespaces that every cluster has. */
const BUILT_IN = new Set(['default', 'kube-node-lease', 'kube-public', 'kube-system']);

/** What belongs to the cluster as a whole, a file for each kind. */
export function clusterFiles(design: Design, manifests: readonly WorkloadManifest[]): readonly ManifestFile[] {
  const classes = storageClasses(design, () => UNKNOWN_FILE_SYSTEM);
  return [
    file('namespaces', namespaces(design)),
    file('priority-classes', uniqueByName(manifests.flatMap(({ priorityClass }) => priorityClass ?? []))),
    file('runtime-classes', uniqueByName(manifests.flatMap(({ runtimeClass }) => runtimeClass ?? []))),
    file('storage-classes', classes),
    file('file-system-volumes', fileSystemVolumes(manifests).map(({ object }) => object)),
  ].filter(({ objects }) => objects.length > 0);
}

function file(name: string, objects: readonly object[]): ManifestFile {
  return { folder: clusterFolder, name: `${name}.yaml`, objects };
}

function namespaces(design: Design): readonly Namespace[] {
  const used = [...entitiesOf(design, 'workload'), ...entitiesOf(design, 'service')].map(({ namespace }) => namespace);
  return [...new Set(used)]
    .filter((name) => !BUILT_IN.has(name))
    .sort(compareBytes)
    .map((name) => ({ apiVersion: 'v1', kind: 'Namespace', metadata: { name } }));
}

interface FileSystemVolume {
  /** Entity id. */
  readonly fileSystem: string;
  readonly object: PersistentVolume;
}

/** A volume for each claim that mounts a file system as a whole; one that is provisioned comes from its StorageClass. */
function fileSystemVolumes(manifests: readonly WorkloadManifest[]): readonly FileSystemVolume[] {
  return manifests.flatMap(({ workload, claims }) =>
    claims.flatMap(({ fileSystem, sharedName, spec }) => {
      if (fileSystem === undefined || sharedName === undefined) return [];
      const object: PersistentVolume = {
        apiVersion: 'v1',
        kind: 'PersistentVolume',
        metadata: { name: fileSystemVolumeName(workload.namespace, sharedName) },
        spec: {
          capacity: spec.resources.requests,
          accessModes: spec.accessModes,
          persistentVolumeReclaimPolicy: 'Retain',
          storageClassName: '',
          volumeMode: 'Filesystem',
          claimRef: { apiVersion: 'v1', kind: 'PersistentVolumeClaim', namespace: workload.namespace, name: sharedName },
          csi: { driver: 'efs.csi.aws.com', volumeHandle: UNKNOWN_FILE_SYSTEM },
        },
      };
      return [{ fileSystem, object }];
    }),
  );
}

/** Where the id of a file system goes, by entity id: kinds, names and field paths, for Kustomize. */
export type FileSystemTargets = ReadonlyMap<string, readonly { readonly kind: string; readonly name: string; readonly fieldPath: string }[]>;

export function fileSystemTargets(design: Design, manifests: readonly WorkloadManifest[]): FileSystemTargets {
  const targets = new Map<string, { kind: string; name: string; fieldPath: string }[]>();
  const add = (fileSystem: string, kind: string, name: string, fieldPath: string): void => {
    targets.set(fileSystem, [...(targets.get(fileSystem) ?? []), { kind, name, fieldPath }]);
  };
  const names = objectNames(design).storageClasses;
  for (const { id, provisioner, fileSystem } of entitiesOf(design, 'storageClass')) {
    const known = fileSystem !== undefined && entityById(design, fileSystem)?.kind === 'fileSystem' ? fileSystem : id;
    if (provisioner === 'efs.csi.aws.com') add(known, 'StorageClass', names.get(id) ?? '', 'parameters.fileSystemId');
  }
  for (const { fileSystem, object } of fileSystemVolumes(manifests)) add(fileSystem, 'PersistentVolume', object.metadata.name, 'spec.csi.volumeHandle');
  return new Map([...targets].sort(([a], [b]) => compareBytes(a, b)));
}
