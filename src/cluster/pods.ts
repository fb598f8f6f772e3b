import type { Node, NodeSelector, OwnerReference, Pod, PodSpec, Toleration, Volume } from '../kubernetes/objects';
import { compileLabels, compileNodeSelector, firstUntoleratedTaint, matchesLabels, matchesNode } from '../kubernetes/selector';
import type { ClusterNode, ClusterPod } from './cluster';
import { uidOf } from './hash';
import type { WorkloadManifest } from './workloadManifest';
import type { Note } from './notes';
import { once } from '../once';

const CONTROLLERS = {
  Deployment: 'ReplicaSet',
  StatefulSet: 'StatefulSet',
  DaemonSet: 'DaemonSet',
} as const;

/** Pods of a workload without a node, by ordinal or node name; kept, so that later stages can cache by identity. */
const made = new WeakMap<WorkloadManifest, Map<number | string, ClusterPod>>();

/** The pods of a workload: one a replica, or one a node that a DaemonSet is welcome on. `taken`: pod keys in use. */
export function workloadPods(manifest: WorkloadManifest, nodes: readonly ClusterNode[], nodeNames: ReadonlySet<string>, taken: Set<string>, notes: Note[]): readonly ClusterPod[] {
  const { workload } = manifest;
  let known = made.get(manifest);
  if (known === undefined) made.set(manifest, (known = new Map()));
  const pods: ClusterPod[] = [];
  if (workload.type === 'DaemonSet') {
    for (const node of eligibleNodes(manifest, nodes)) {
      let pod = known.get(node.name);
      if (pod === undefined || pod.ordinal !== pods.length) known.set(node.name, (pod = daemonPod(manifest, node.name, pods.length)));
      pods.push(free(pod, taken));
    }
    return pods;
  }
  for (let ordinal = 0; ordinal < workload.replicas; ordinal++) {
    let pod = known.get(ordinal);
    if (pod === undefined) known.set(ordinal, (pod = replicaPod(manifest, ordinal)));
    const pin = workload.pins[ordinal];
    if (pin !== undefined && nodeNames.has(pin)) pod = pinned(pod, pin, notes, manifest);
    pods.push(free(pod, taken));
  }
  return pods;
}

/** Two workloads can come to one pod name (`a-1` and its pod 0, `a` on a node called 1-0): the later one gives way. */
function free(pod: ClusterPod, taken: Set<string>): ClusterPod {
  let suffix = '';
  while (taken.has(pod.key + suffix)) suffix += '-x';
  taken.add(pod.key + suffix);
  if (suffix === '') return pod;
  const { object } = pod;
  return { ...pod, key: pod.key + suffix, object: { ...object, metadata: { ...object.metadata, name: object.metadata.name + suffix } } };
}

/** A pinned pod starts on its node; gates would keep it from any, and the API refuses both at once. */
function pinned(pod: ClusterPod, nodeName: string, notes: Note[], { workload }: WorkloadManifest): ClusterPod {
  if (pod.object.spec.schedulingGates !== undefined) {
    notes.push((say) => say.gatedPin(workload, pod.ordinal, nodeName));
    return pod;
  }
  return { ...pod, pinnedTo: nodeName, object: { ...pod.object, spec: { ...pod.object.spec, nodeName } } };
}

const POD_INDEX = 'apps.kubernetes.io/pod-index';
const POD_NAME = 'statefulset.kubernetes.io/pod-name';
/** What tells the replicas of a StatefulSet apart. */
export const REPLICA_LABELS: readonly string[] = [POD_INDEX, POD_NAME];

function replicaPod(manifest: WorkloadManifest, ordinal: number): ClusterPod {
  const name = `${manifest.name}-${ordinal}`;
  const stateful = manifest.workload.type === 'StatefulSet';
  const labels = stateful
    ? { ...manifest.podLabels, [POD_INDEX]: String(ordinal), [POD_NAME]: name }
    : manifest.podLabels;
  return clusterPod(manifest, name, ordinal, labels, replicaSpec(manifest, ordinal));
}

/** All replicas share one spec, unless each has a claim of its own. */
function replicaSpec(manifest: WorkloadManifest, ordinal: number): PodSpec {
  const own: Volume[] = manifest.claims
    .filter(({ sharedName }) => sharedName === undefined)
    .map(({ volume }) => ({ name: volume, persistentVolumeClaim: { claimName: replicaClaimName(manifest, volume, ordinal) } }));
  return own.length === 0 ? manifest.admitted : { ...manifest.admitted, volumes: [...own, ...(manifest.admitted.volumes ?? [])] };
}

export function replicaClaimName(manifest: WorkloadManifest, volume: string, ordinal: number): string {
  return `${volume}-${manifest.name}-${ordinal}`;
}

/** Source: kubernetes/kubernetes pkg/controller/daemon/util, AddOrUpdateDaemonPodTolerations. */
const DAEMON_TOLERATIONS: readonly Toleration[] = [
  { key: 'node.kubernetes.io/not-ready', operator: 'Exists', effect: 'NoExecute' },
  { key: 'node.kubernetes.io/unreachable', operator: 'Exists', effect: 'NoExecute' },
  { key: 'node.kubernetes.io/disk-pressure', operator: 'Exists', effect: 'NoSchedule' },
  { key: 'node.kubernetes.io/memory-pressure', operator: 'Exists', effect: 'NoSchedule' },
  { key: 'node.kubernetes.io/pid-pressure', operator: 'Exists', effect: 'NoSchedule' },
  { key: 'node.kubernetes.io/unschedulable', operator: 'Exists', effect: 'NoSchedule' },
];

/** The nodes that the DaemonSet controller makes a pod for: labels and taints suit. Source: pkg/controller/daemon, NodeShouldRunDaemonPod. */
export function eligibleNodes(manifest: WorkloadManifest, nodes: readonly ClusterNode[]): readonly ClusterNode[] {
  const { spec } = manifest.template;
  const labels = compileLabels(spec.nodeSelector);
  const required = spec.affinity?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution;
  const affinity = required === undefined ? undefined : compileNodeSelector(required);
  const tolerations = [...(spec.tolerations ?? []), ...DAEMON_TOLERATIONS];
  return nodes.filter(({ object }) => suits(object));

  function suits(node: Node): boolean {
    if (!matchesLabels(labels, node.metadata.labels)) return false;
    if (affinity !== undefined && !matchesNode(affinity, node)) return false;
    return firstUntoleratedTaint(node, tolerations) === undefined;
  }
}

/** The controller binds each pod to its node by a node affinity that takes the place of the template's own. */
export function daemonPod(manifest: WorkloadManifest, nodeName: string, ordinal: number): ClusterPod {
  const { admitted } = manifest;
  const required: NodeSelector = {
    nodeSelectorTerms: [{ matchFields: [{ key: 'metadata.name', operator: 'In', values: [nodeName] }] }],
  };
  const spec: PodSpec = {
    ...admitted,
    affinity: { ...admitted.affinity, nodeAffinity: { ...admitted.affinity?.nodeAffinity, requiredDuringSchedulingIgnoredDuringExecution: required } },
    tolerations: [...(admitted.tolerations ?? []), ...DAEMON_TOLERATIONS],
  };
  return clusterPod(manifest, `${manifest.name}-${nodeName}`, ordinal, manifest.podLabels, spec);
}

function clusterPod(manifest: WorkloadManifest, name: string, ordinal: number, labels: Pod['metadata']['labels'], spec: PodSpec): ClusterPod {
  const { workload } = manifest;
  return {
    key: `${workload.namespace}/${name}`,
    workload: workload.id,
    ordinal,
    pinnedTo: null,
    object: {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name, namespace: workload.namespace, ...(labels === undefined ? {} : { labels }), ownerReferences: ownersOf(manifest) },
      spec,
    },
  };
}

const ownersOf = once(({ workload, name }: WorkloadManifest): readonly OwnerReference[] => {
  const kind = CONTROLLERS[workload.type];
  return [{ apiVersion: 'apps/v1', kind, name, uid: uidOf(kind, `${workload.namespace}/${name}`), controller: true, blockOwnerDeletion: true }];
});
