import { compareBytes } from '#engine/byteOrder';
import type { Evaluation, Finding, NodeUsage, PlacedPod, ServiceTraffic, WorkloadRequests } from '#engine/evaluation';
import type { Node } from '#engine/kubernetes/objects';

/** Lookups into an evaluation, built once a result. A list that did not change keeps its identity. */
export interface EvaluationIndex {
  readonly nodes: ReadonlyMap<string, Node>;
  readonly pods: ReadonlyMap<string, PlacedPod>;
  /** By node name. */
  readonly usage: ReadonlyMap<string, NodeUsage>;
  /** Workload entity id -> what a pod of it requests. */
  readonly requests: ReadonlyMap<string, WorkloadRequests>;
  /** Node name -> its pods. */
  readonly podsOnNode: ReadonlyMap<string, readonly PlacedPod[]>;
  /** Workload entity id -> its pods. */
  readonly podsOfWorkload: ReadonlyMap<string, readonly PlacedPod[]>;
  /** Pod key -> why it waits. */
  readonly pending: ReadonlyMap<string, string>;
  /** Pod key -> its share of all Services' traffic, over the largest one; pods without traffic are not in it. */
  readonly loads: ReadonlyMap<string, number>;
  /** Service entity id -> its traffic. */
  readonly services: ReadonlyMap<string, ServiceTraffic>;
  /** Entity id -> the findings that name it. */
  readonly findings: ReadonlyMap<string, readonly Finding[]>;
}

/** The one empty list: selectors must not make a fresh one each time. */
export const none: readonly never[] = [];

export function indexOf(evaluation: Evaluation | null, previous?: EvaluationIndex): EvaluationIndex {
  const placement = evaluation?.placement;
  const pods = placement?.pods ?? none;
  const findings = evaluation?.findings ?? none;
  return {
    nodes: new Map((placement?.nodes ?? none).map((node) => [node.metadata.name, node])),
    pods: new Map(pods.map((pod) => [pod.pod, pod])),
    usage: usageByNode(placement?.usage ?? none),
    requests: new Map((placement?.requests ?? none).map((requests) => [requests.workload, requests])),
    podsOnNode: podsByNode(pods, previous?.podsOnNode),
    podsOfWorkload: groupBy(pods, (pod) => [pod.workload], previous?.podsOfWorkload),
    pending: new Map((placement?.pending ?? none).map(({ pod, message }) => [pod, message])),
    loads: loadsOf(evaluation?.traffic.services ?? none),
    services: new Map((evaluation?.traffic.services ?? none).map((service) => [service.service, service])),
    findings: groupBy(findings, (finding) => finding.entities, previous?.findings),
  };
}

/** Node name -> its pods as a card shows them: by workload, then by ordinal. */
export function podsByNode<Pod extends PlacedPod>(pods: readonly Pod[], previous?: ReadonlyMap<string, readonly Pod[]>): ReadonlyMap<string, readonly Pod[]> {
  const sorted = [...pods].sort((a, b) => compareBytes(a.workload, b.workload) || a.ordinal - b.ordinal);
  return groupBy(sorted, (pod) => (pod.node === null ? none : [pod.node]), previous);
}

export function usageByNode(usage: readonly NodeUsage[]): ReadonlyMap<string, NodeUsage> {
  return new Map(usage.map((each) => [each.node, each]));
}

function loadsOf(services: readonly ServiceTraffic[]): ReadonlyMap<string, number> {
  const loads = new Map<string, number>();
  for (const { podShares } of services) {
    for (const [pod, share] of Object.entries(podShares)) loads.set(pod, (loads.get(pod) ?? 0) + share);
  }
  const most = Math.max(0, ...loads.values());
  if (most > 0) for (const [pod, load] of loads) loads.set(pod, load / most);
  return loads;
}

function groupBy<T>(
  items: readonly T[],
  keysOf: (item: T) => readonly string[],
  previous: ReadonlyMap<string, readonly T[]> | undefined,
): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    for (const key of keysOf(item)) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [item]);
      else group.push(item);
    }
  }
  const shared = new Map<string, readonly T[]>();
  for (const [key, group] of groups) {
    const before = previous?.get(key);
    shared.set(key, before !== undefined && sameItems(before, group) ? before : group);
  }
  return shared;
}

function sameItems<T>(a: readonly T[], b: readonly T[]): boolean {
  return a.length === b.length && a.every((item, i) => item === b[i]);
}
