import { compareBytes } from '../byteOrder';
import type { ClusterObjects } from '../kubernetes/clusterObjects';
import type { Labels, Node, Pod, PodDisruptionBudget } from '../kubernetes/objects';
import { objectKey } from '../kubernetes/objects';
import { amounts } from '../kubernetes/podRequests';
import { compileLabelSelector, type LabelMatcher } from '../kubernetes/selector';
import { readPod } from '../scheduling/podInfo';
import type { CompiledPod } from '../scheduling/compiledPod';
import { qosRank } from './qosClass';
import { requestedAmounts } from './requestedAmounts';

/** A pod on a node, with what the descheduler asks of it. */
export interface DeschedulerPod {
  readonly pod: Pod;
  /** `namespace/name` */
  readonly key: string;
  readonly name: string;
  readonly namespace: string;
  readonly labels: Labels;
  readonly nodeName: string;
  /** Undefined where the pod has none, which is not the same as 0. */
  readonly priority: number | undefined;
  readonly qosRank: number;
  /** Only what the pod requests: millicores of cpu, whole units of the rest. */
  readonly requested: ReadonlyMap<string, number>;
  readonly compiled: CompiledPod;
}

/** A node with the pods that its lists have: neither Succeeded nor Failed ones, but pending and terminating ones. */
export interface DeschedulerNode {
  readonly node: Node;
  readonly name: string;
  /** By namespace and name. */
  readonly pods: readonly DeschedulerPod[];
  readonly allocatable: ReadonlyMap<string, number>;
  /** Sums of what its pods request. */
  readonly used: ReadonlyMap<string, number>;
  readonly ready: boolean;
}

/** A cluster at the begin of a cycle. It is read once, and any number of cycles may be tried on it. */
export interface DeschedulerCluster {
  /** By name, whatever their state. */
  readonly nodes: readonly DeschedulerNode[];
  /** Labels by namespace. */
  readonly namespaces: ReadonlyMap<string, Labels>;
  readonly budgets: readonly Budget[];
  /** Class by claim (`namespace/name`); undefined for a claim without one. */
  readonly claimClasses: ReadonlyMap<string, string | undefined>;
  /** How many pods, of whatever phase and place, have an owner of this UID. */
  readonly podsOfOwner: ReadonlyMap<string, number>;
}

export interface Budget {
  readonly namespace: string;
  readonly selector: LabelMatcher;
  readonly disruptionsAllowed: number;
}

/** Source: kubernetes-sigs/descheduler pkg/descheduler/pod/pods.go, pkg/descheduler/node/node.go. */
export function readDeschedulerCluster(objects: ClusterObjects): DeschedulerCluster {
  const podsOn = new Map<string, Pod[]>();
  const podsOfOwner = new Map<string, number>();
  for (const pod of objects.pods) {
    for (const uid of new Set((pod.metadata.ownerReferences ?? []).map((owner) => owner.uid))) podsOfOwner.set(uid, (podsOfOwner.get(uid) ?? 0) + 1);
    const { nodeName } = pod.spec;
    if (!nodeName || pod.status?.phase === 'Succeeded' || pod.status?.phase === 'Failed') continue;
    const list = podsOn.get(nodeName);
    if (list === undefined) podsOn.set(nodeName, [pod]);
    else list.push(pod);
  }
  return {
    nodes: objects.nodes.map((node) => readNode(node, podsOn.get(node.metadata.name) ?? [])).sort((a, b) => compareBytes(a.name, b.name)),
    namespaces: new Map(objects.namespaces.map(({ metadata }) => [metadata.name, metadata.labels ?? {}])),
    budgets: objects.podDisruptionBudgets.map(readBudget),
    claimClasses: new Map(objects.persistentVolumeClaims.map((claim) => [objectKey(claim), claim.spec.storageClassName || undefined])),
    podsOfOwner,
  };
}

function readNode(node: Node, pods: readonly Pod[]): DeschedulerNode {
  const name = node.metadata.name;
  const read = pods.map((pod) => readOne(pod, name)).sort((a, b) => compareBytes(a.namespace, b.namespace) || compareBytes(a.name, b.name));
  const used = new Map<string, number>();
  for (const { requested } of read) for (const [resource, amount] of requested) used.set(resource, (used.get(resource) ?? 0) + amount);
  const ready = (node.status?.conditions ?? []).every(({ type, status }) => type !== 'Ready' || status === 'True');
  return { node, name, pods: read, allocatable: amounts(node.status?.allocatable), used, ready };
}

function readOne(pod: Pod, nodeName: string): DeschedulerPod {
  const { key, namespace, labels, requests, compiled } = readPod(pod);
  const { priority } = pod.spec;
  return { pod, key, name: pod.metadata.name, namespace, labels, nodeName, priority, qosRank: qosRank(pod), requested: requestedAmounts(compiled.spec, requests), compiled };
}

function readBudget(budget: PodDisruptionBudget): Budget {
  return {
    namespace: budget.metadata.namespace ?? 'default',
    selector: compileLabelSelector(budget.spec?.selector),
    disruptionsAllowed: budget.status?.disruptionsAllowed ?? 0,
  };
}
