import { statefulSetSpec } from '../../cluster/controllers';
import { disruptionBudget } from '../../cluster/disruptionBudgets';
import type { WorkloadManifest } from '../../cluster/workloadManifest';
import type {
  DaemonSet,
  Deployment,
  HorizontalPodAutoscaler,
  PersistentVolumeClaim,
  PodDisruptionBudget,
  StatefulSet,
} from '../../kubernetes/objects';
import type { ManifestFile } from './manifestFile';
import { namespaceFolder } from './manifestFile';

/** A workload with what belongs to it alone: the claims that its replicas share, its budget, its autoscaler. */
export function workloadFile(manifest: WorkloadManifest, serviceName: string): ManifestFile {
  const { workload, name } = manifest;
  const budget = budgetOf(manifest);
  const autoscaler = autoscalerOf(manifest);
  return {
    folder: namespaceFolder(workload.namespace),
    name: `${workload.type.toLowerCase()}-${name}.yaml`,
    objects: [
      ...claimsOf(manifest),
      controllerOf(manifest, serviceName),
      ...(budget === undefined ? [] : [budget]),
      ...(autoscaler === undefined ? [] : [autoscaler]),
    ],
  };
}

function controllerOf(manifest: WorkloadManifest, serviceName: string): Deployment | StatefulSet | DaemonSet | object {
  const { workload, name, selector, template } = manifest;
  const metadata = { name, namespace: workload.namespace, labels: template.metadata.labels ?? {} };
  // With an autoscaler a replica count in the file would undo its work at every apply.
  const replicas = autoscalerOf(manifest) === undefined ? { replicas: workload.replicas } : {};
  switch (workload.type) {
    case 'Deployment':
      return { apiVersion: 'apps/v1', kind: 'Deployment', metadata, spec: { ...replicas, selector: { matchLabels: selector }, template } };
    case 'StatefulSet': {
      const { replicas: _, ...spec } = statefulSetSpec(manifest, serviceName);
      return { apiVersion: 'apps/v1', kind: 'StatefulSet', metadata, spec: { ...replicas, ...spec } };
    }
    case 'DaemonSet':
      return { apiVersion: 'apps/v1', kind: 'DaemonSet', metadata, spec: { selector: { matchLabels: selector }, template } };
  }
}

/** The name of the volume that stands for a file system mounted as a whole. */
export function fileSystemVolumeName(namespace: string, claimName: string): string {
  return `pv-${namespace}.${claimName}`;
}

function claimsOf({ workload, claims }: WorkloadManifest): readonly PersistentVolumeClaim[] {
  return claims.flatMap(({ sharedName, spec, fileSystem }) => {
    if (sharedName === undefined) return [];
    const volumeName = fileSystem === undefined ? {} : { volumeName: fileSystemVolumeName(workload.namespace, sharedName) };
    return [
      {
        apiVersion: 'v1' as const,
        kind: 'PersistentVolumeClaim' as const,
        metadata: { name: sharedName, namespace: workload.namespace },
        spec: { ...spec, ...volumeName },
      },
    ];
  });
}

function budgetOf(manifest: WorkloadManifest): PodDisruptionBudget | undefined {
  const budget = disruptionBudget(manifest, 0, 0);
  if (budget === undefined) return undefined;
  const { status: _, ...written } = budget;
  return written;
}

/** A DaemonSet has no replicas to scale. */
function autoscalerOf({ workload, name }: WorkloadManifest): HorizontalPodAutoscaler | undefined {
  const autoscaler = workload.horizontalPodAutoscaler;
  if (autoscaler === undefined || workload.type === 'DaemonSet') return undefined;
  return {
    apiVersion: 'autoscaling/v2',
    kind: 'HorizontalPodAutoscaler',
    metadata: { name, namespace: workload.namespace },
    spec: {
      scaleTargetRef: { apiVersion: 'apps/v1', kind: workload.type, name },
      minReplicas: autoscaler.minReplicas,
      maxReplicas: autoscaler.maxReplicas,
      metrics: [{ type: 'Resource', resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: autoscaler.targetCpuUtilization } } }],
    },
  };
}
