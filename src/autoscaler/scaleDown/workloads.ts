import type { ClusterObjects } from '../../kubernetes/clusterObjects';
import type { ObjectMeta, OwnerReference } from '../../kubernetes/objects';

interface Owner {
  readonly metadata: ObjectMeta;
  readonly spec?: { readonly replicas?: number; readonly template?: unknown };
}

/** The controllers that exist, by kind, namespace and name. */
export class Workloads {
  private readonly replicas = new Map<string, number | null>();

  constructor(objects: ClusterObjects, jobs: readonly Owner[]) {
    const kinds: readonly (readonly [kind: string, owners: readonly Owner[]])[] = [
      ['ReplicaSet', objects.replicaSets],
      ['StatefulSet', objects.statefulSets],
      ['ReplicationController', objects.replicationControllers],
      ['DaemonSet', objects.daemonSets],
      ['Job', jobs],
    ];
    for (const [kind, owners] of kinds) {
      for (const { metadata, spec } of owners) this.replicas.set(`${kind} ${metadata.namespace ?? 'default'}/${metadata.name}`, spec?.replicas ?? null);
    }
  }

  /** Undefined: there is no such controller; null: it says no number. */
  replicasOf(namespace: string, { kind, name }: OwnerReference): number | null | undefined {
    return this.replicas.get(`${kind} ${namespace}/${name}`);
  }
}
