import type {
  CSIDriver,
  CSINode,
  CSIStorageCapacity,
  DaemonSet,
  Deployment,
  KubernetesObject,
  Namespace,
  Node,
  ObjectList,
  PersistentVolume,
  PersistentVolumeClaim,
  Pod,
  PodDisruptionBudget,
  PriorityClass,
  ReplicaSet,
  ReplicationController,
  Service,
  StatefulSet,
  StorageClass,
  VolumeAttachment,
} from './objects';

/** The objects of a cluster by kind, each list in the order of the dump. */
export interface ClusterObjects {
  readonly nodes: readonly Node[];
  readonly pods: readonly Pod[];
  readonly namespaces: readonly Namespace[];
  readonly services: readonly Service[];
  readonly deployments: readonly Deployment[];
  readonly replicaSets: readonly ReplicaSet[];
  readonly replicationControllers: readonly ReplicationController[];
  readonly statefulSets: readonly StatefulSet[];
  readonly daemonSets: readonly DaemonSet[];
  readonly persistentVolumeClaims: readonly PersistentVolumeClaim[];
  readonly persistentVolumes: readonly PersistentVolume[];
  readonly storageClasses: readonly StorageClass[];
  readonly csiNodes: readonly CSINode[];
  readonly csiDrivers: readonly CSIDriver[];
  readonly csiStorageCapacities: readonly CSIStorageCapacity[];
  readonly volumeAttachments: readonly VolumeAttachment[];
  readonly podDisruptionBudgets: readonly PodDisruptionBudget[];
  readonly priorityClasses: readonly PriorityClass[];
}

export const NO_OBJECTS: ClusterObjects = {
  nodes: [],
  pods: [],
  namespaces: [],
  services: [],
  deployments: [],
  replicaSets: [],
  replicationControllers: [],
  statefulSets: [],
  daemonSets: [],
  persistentVolumeClaims: [],
  persistentVolumes: [],
  storageClasses: [],
  csiNodes: [],
  csiDrivers: [],
  csiStorageCapacities: [],
  volumeAttachments: [],
  podDisruptionBudgets: [],
  priorityClasses: [],
};

/** The list that a kind goes to; kinds not named here are no concern of scheduling. */
const LIST_OF_KIND: ReadonlyMap<string, keyof ClusterObjects> = new Map([
  ['Node', 'nodes'],
  ['Pod', 'pods'],
  ['Namespace', 'namespaces'],
  ['Service', 'services'],
  ['Deployment', 'deployments'],
  ['ReplicaSet', 'replicaSets'],
  ['ReplicationController', 'replicationControllers'],
  ['StatefulSet', 'statefulSets'],
  ['DaemonSet', 'daemonSets'],
  ['PersistentVolumeClaim', 'persistentVolumeClaims'],
  ['PersistentVolume', 'persistentVolumes'],
  ['StorageClass', 'storageClasses'],
  ['CSINode', 'csiNodes'],
  ['CSIDriver', 'csiDrivers'],
  ['CSIStorageCapacity', 'csiStorageCapacities'],
  ['VolumeAttachment', 'volumeAttachments'],
  ['PodDisruptionBudget', 'podDisruptionBudgets'],
  ['PriorityClass', 'priorityClasses'],
]);

/** Sorts a dump's objects by kind; `ignored` counts those of other kinds, by kind. */
export function objectsFromList(list: ObjectList): { readonly objects: ClusterObjects; readonly ignored: ReadonlyMap<string, number> } {
  const sorted = new Map<keyof ClusterObjects, KubernetesObject[]>();
  const ignored = new Map<string, number>();
  for (const object of list.items) {
    const name = LIST_OF_KIND.get(object.kind);
    if (name === undefined) {
      ignored.set(object.kind, (ignored.get(object.kind) ?? 0) + 1);
      continue;
    }
    const group = sorted.get(name);
    if (group === undefined) sorted.set(name, [object]);
    else group.push(object);
  }
  // Each object went to the list of its own kind.
  return { objects: { ...NO_OBJECTS, ...(Object.fromEntries(sorted) as unknown as Partial<ClusterObjects>) }, ignored };
}
