import type { ClusterObjects } from '../kubernetes/clusterObjects';
import { NO_OBJECTS } from '../kubernetes/clusterObjects';
import type { Labels, Node, Pod, PodSpec } from '../kubernetes/objects';

/** A node with 4 CPUs, 16Gi and room for 110 pods. */
export function nodeOf(name: string, labels: Labels = {}, more: { readonly spec?: Node['spec']; readonly status?: Node['status'] } = {}): Node {
  return {
    apiVersion: 'v1',
    kind: 'Node',
    metadata: { name, labels: { 'kubernetes.io/hostname': name, ...labels } },
    spec: more.spec ?? {},
    status: { allocatable: { cpu: '4', memory: '16Gi', pods: '110' }, ...more.status },
  };
}

/** A pod of one container that asks nothing. */
export function podOf(name: string, spec: Partial<PodSpec> = {}, more: { readonly labels?: Labels; readonly metadata?: Partial<Pod['metadata']>; readonly status?: Pod['status'] } = {}): Pod {
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name, namespace: 'default', labels: more.labels ?? {}, ...more.metadata },
    spec: { containers: [{ name: 'c' }], ...spec },
    status: more.status ?? {},
  };
}

export function asking(cpu: string, memory = '0'): Partial<PodSpec> {
  return { containers: [{ name: 'c', resources: { requests: { cpu, memory } } }] };
}

export function clusterOf(nodes: readonly Node[], pods: readonly Pod[] = [], more: Partial<ClusterObjects> = {}): ClusterObjects {
  return { ...NO_OBJECTS, nodes, pods, ...more };
}
