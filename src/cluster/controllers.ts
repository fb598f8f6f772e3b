import type { DaemonSet, ReplicaSet, StatefulSet } from '../kubernetes/objects';
import type { WorkloadManifest } from './workloadManifest';

/** The objects that own pods, as the cluster has them: a Deployment's ReplicaSet, a StatefulSet, a DaemonSet. */
export interface Controllers {
  readonly replicaSets: readonly ReplicaSet[];
  readonly statefulSets: readonly StatefulSet[];
  readonly daemonSets: readonly DaemonSet[];
}

const made = new WeakMap<WorkloadManifest, ReplicaSet | StatefulSet | DaemonSet>();

/** `serviceNames`: by workload id, the Service that governs a StatefulSet. */
export function controllersOf(manifests: readonly WorkloadManifest[], serviceNames: ReadonlyMap<string, string>): Controllers {
  const replicaSets: ReplicaSet[] = [];
  const statefulSets: StatefulSet[] = [];
  const daemonSets: DaemonSet[] = [];
  for (const manifest of manifests) {
    const serviceName = serviceNames.get(manifest.workload.id) ?? manifest.name;
    let object = made.get(manifest);
    if (object === undefined || (object.kind === 'StatefulSet' && object.spec.serviceName !== serviceName)) {
      object = controllerOf(manifest, serviceName);
      made.set(manifest, object);
    }
    if (object.kind === 'ReplicaSet') replicaSets.push(object);
    else if (object.kind === 'StatefulSet') statefulSets.push(object);
    else daemonSets.push(object);
  }
  return { replicaSets, statefulSets, daemonSets };
}

function controllerOf(manifest: WorkloadManifest, serviceName: string): ReplicaSet | StatefulSet | DaemonSet {
  const { workload, name, selector, template } = manifest;
  const metadata = { name, namespace: workload.namespace, labels: template.metadata.labels ?? {} };
  switch (workload.type) {
    case 'Deployment': {
      const hash = manifest.podLabels['pod-template-hash'] ?? '';
      const labels = { ...template.metadata.labels, 'pod-template-hash': hash };
      return {
        apiVersion: 'apps/v1',
        kind: 'ReplicaSet',
        metadata: { ...metadata, labels },
        spec: {
          replicas: workload.replicas,
          selector: { matchLabels: { ...selector, 'pod-template-hash': hash } },
          template: { metadata: { labels }, spec: template.spec },
        },
      };
    }
    case 'StatefulSet':
      return { apiVersion: 'apps/v1', kind: 'StatefulSet', metadata, spec: statefulSetSpec(manifest, serviceName) };
    case 'DaemonSet':
      return { apiVersion: 'apps/v1', kind: 'DaemonSet', metadata, spec: { selector: { matchLabels: selector }, template } };
  }
}

/** Replicas start in parallel, as the prediction assumes: a Pending pod does not hold up those after it. */
export function statefulSetSpec(manifest: WorkloadManifest, serviceName: string): StatefulSet['spec'] {
  const claims = manifest.claims.filter(({ sharedName }) => sharedName === undefined);
  return {
    replicas: manifest.workload.replicas,
    serviceName,
    podManagementPolicy: 'Parallel',
    selector: { matchLabels: manifest.selector },
    template: manifest.template,
    ...(claims.length === 0 ? {} : { volumeClaimTemplates: claims.map(({ volume, spec }) => ({ metadata: { name: volume }, spec })) }),
  };
}
