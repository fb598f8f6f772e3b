import type { KubernetesObject, Namespace, ObjectList, Pod, Service, ServiceAccount } from '../kubernetes/objects';
import type { Placed } from './cluster';
import { runningPod } from './placedObjects';

export interface ListOptions {
  /** The cluster before its pods were placed, but for those that a pin put somewhere. */
  readonly pending?: boolean;
}

/**
 * The predicted cluster as a dump that a real API server accepts object by object, in this order; last the pods, as the
 * scheduler's queue has them. What today's API no longer has is left out (`cluster.unsupported` says so).
 */
export function clusterList({ cluster, objects: settled }: Placed, { pending = false }: ListOptions = {}): ObjectList {
  const objects = pending ? cluster.objects : settled;
  const items: KubernetesObject[] = [
    ...objects.nodes,
    ...objects.namespaces.flatMap((namespace) => [namespace, defaultServiceAccount(namespace)]),
    ...objects.storageClasses,
    ...objects.csiNodes,
    ...objects.csiDrivers,
    ...objects.persistentVolumeClaims,
    ...objects.persistentVolumes,
    ...objects.replicaSets,
    ...objects.statefulSets,
    ...objects.daemonSets,
    ...objects.services.map(withoutTopologyKeys),
    ...objects.priorityClasses,
    ...cluster.runtimeClasses,
    ...objects.podDisruptionBudgets,
    ...(pending ? podsBefore(cluster.pods) : objects.pods),
  ];
  return { apiVersion: 'v1', kind: 'List', items };
}

function podsBefore(pods: Placed['cluster']['pods']): readonly Pod[] {
  return pods.map((pod, index) => (pod.pinnedTo === null ? pod.object : runningPod(pod, pod.pinnedTo, index)));
}

/** Pods need the account of their namespace to be admitted. */
function defaultServiceAccount({ metadata }: Namespace): ServiceAccount {
  return { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: 'default', namespace: metadata.name } };
}

function withoutTopologyKeys(service: Service): Service {
  if (service.spec.topologyKeys === undefined) return service;
  const { topologyKeys: _, ...spec } = service.spec;
  return { ...service, spec };
}
