import { compareBytes } from '../byteOrder';
import type { ClusterPod, Placed } from '../cluster/cluster';
import { Floor } from './floor';
import type { OnNodes, WaitingPod, WorkloadDuring } from './maintenance';

/** How long kubectl waits before it asks for a refused eviction again, in seconds. Source: kubernetes/kubectl pkg/drain. */
export const RETRY_SECONDS = 5;

/** `kubectl drain --ignore-daemonsets --delete-emptydir-data` of some nodes. */
export interface Drain {
  readonly outcome: 'drained' | 'blocked';
  /** In the order in which they are drained: by name. All of them are cordoned before the first. */
  readonly nodes: readonly NodeDrain[];
  /** Pods that ran before and find no node now. */
  readonly waiting: readonly WaitingPod[];
  readonly workloads: readonly WorkloadDuring[];
}

export interface NodeDrain {
  readonly node: string;
  /** `not-reached`: kubectl still waits for a node before it. */
  readonly outcome: 'drained' | 'blocked' | 'not-reached';
  readonly rounds: readonly EvictionRound[];
  /** Keys of DaemonSet pods, which stay. */
  readonly ignored: readonly string[];
  /** Pods whose eviction is refused for ever. */
  readonly blocked: readonly BlockedPod[];
}

/** All pods of the node are asked to go at once; those that are refused are asked again in the next round. */
export interface EvictionRound {
  readonly evicted: readonly { readonly pod: string; readonly to: string | null }[];
  readonly refused: readonly string[];
  /** Pods elsewhere that had to give way to evicted ones. */
  readonly preempted: readonly string[];
}

export interface BlockedPod {
  readonly pod: string;
  /**
   * `never-allowed`: the budget allows no disruption even with all pods ready. `replacements-waiting`: it would, once pods
   * that the drain evicted are ready elsewhere, which they cannot be. `waiting-before`: pods waited before the drain.
   */
  readonly reason: 'never-allowed' | 'replacements-waiting' | 'waiting-before';
  readonly budget: { readonly desiredHealthy: number; readonly currentHealthy: number; readonly expectedPods: number };
  /** The pods of its workload that the budget waits for. */
  readonly waitingFor: readonly WaitingPod[];
}

/** `names`: nodes; those that do not exist are left out. */
export function drain(placed: Placed, names: ReadonlySet<string>, onNodes: OnNodes = () => undefined): Drain {
  const nodes = placed.cluster.nodes.filter(({ name }) => names.has(name)).map(({ name }) => name).sort(compareBytes);
  const floor = new Floor(placed, ({ name }) => names.has(name));
  const drained: NodeDrain[] = [];
  for (const node of nodes) {
    onNodes(drained.length, nodes.length);
    // Without --timeout kubectl asks for ever, and never comes to the next node.
    if (drained.some(({ outcome }) => outcome !== 'drained')) drained.push({ node, outcome: 'not-reached', rounds: [], ignored: [], blocked: [] });
    else drained.push(drainNode(floor, node, placed));
  }
  return {
    outcome: drained.every(({ outcome }) => outcome === 'drained') ? 'drained' : 'blocked',
    nodes: drained,
    waiting: floor.newlyWaiting(),
    workloads: floor.workloads(),
  };
}

/**
 * Evicts in rounds until the node is empty or nothing is allowed any more. A budget's disruptionsAllowed counts down within
 * a round and recovers once the replacements are ready. Source: kubernetes/kubernetes pkg/registry/core/pod/storage/eviction.go.
 */
export function drainNode(floor: Floor, node: string, placed: Placed): NodeDrain {
  const rounds: EvictionRound[] = [];
  for (;;) {
    const { evictable, daemons } = floor.podsOn(node);
    const ignored = daemons.map(({ key }) => key);
    if (evictable.length === 0) return { node, outcome: 'drained', rounds, ignored, blocked: [] };
    const { allowed, refused } = asked(floor, evictable);
    if (allowed.length === 0) return { node, outcome: 'blocked', rounds, ignored, blocked: refused.map((pod) => blockedPod(floor, pod, placed)) };
    floor.remove(allowed);
    const preempted = floor.settle();
    rounds.push({
      evicted: allowed.map(({ key }) => ({ pod: key, to: floor.nodeNameOf(key) ?? null })),
      refused: refused.map(({ key }) => key),
      preempted,
    });
  }
}

function asked(floor: Floor, pods: readonly ClusterPod[]): { readonly allowed: readonly ClusterPod[]; readonly refused: readonly ClusterPod[] } {
  const left = new Map<string, number>();
  const allowed: ClusterPod[] = [];
  const refused: ClusterPod[] = [];
  for (const pod of pods) {
    const disruptions = left.get(pod.workload) ?? floor.budgetOf(pod)?.disruptionsAllowed ?? Number.POSITIVE_INFINITY;
    left.set(pod.workload, Math.max(0, disruptions - 1));
    (disruptions > 0 ? allowed : refused).push(pod);
  }
  return { allowed, refused };
}

function blockedPod(floor: Floor, pod: ClusterPod, placed: Placed): BlockedPod {
  const { desiredHealthy = 0, currentHealthy = 0, expectedPods = 0 } = floor.budgetOf(pod) ?? {};
  const waitingFor = floor.waiting(pod.workload);
  return {
    pod: pod.key,
    reason: desiredHealthy >= expectedPods || waitingFor.length === 0 ? 'never-allowed' : waitingFor.some((each) => placed.nodeOf.has(each.pod)) ? 'replacements-waiting' : 'waiting-before',
    budget: { desiredHealthy, currentHealthy, expectedPods },
    waitingFor,
  };
}
