import type { ClusterPod, Placed } from '../cluster/cluster';
import { scheduleOptions, snapshotOf } from '../cluster/place';
import { unplaced } from '../cluster/placePods';
import { replace, watchReplace } from '../cluster/replace';
import { launches } from '../failure/launches';
import { lossOf, type Loss, type Scenario } from '../failure/scenario';
import { growthAfter, settle } from '../failure/settle';
import { explainPod, type Watched } from '../scheduling/schedule';

/** A pod once the cluster has settled, and every time that the scheduler looked at it. */
export interface Moment {
  readonly pod: ClusterPod;
  /** All pods, in queue order. */
  readonly pods: readonly ClusterPod[];
  /** Where it runs; null: nowhere. */
  readonly node: string | null;
  /** Kubernetes' own words while it waits. */
  readonly message: string | null;
  readonly tries: readonly Watched[];
  readonly isPinned: boolean;
  /** Null without a loss. */
  readonly loss: LossOfPod | null;
}

interface LossOfPod {
  /** Where it ran before; null: it waited, or there was no such pod. */
  readonly from: string | null;
  readonly fate: 'unchanged' | 'frozen' | 'again' | 'lost';
  /** No control plane is left. */
  readonly isFrozen: boolean;
}

/** Null where there is no such pod. `placed` was made with the pod to watch. */
export function momentOf(placed: Placed, key: string, scenario: Scenario | null): Moment | null {
  const before = momentBefore(placed, key);
  const loss = scenario === null ? null : lossOf(placed, scenario);
  if (loss === null || loss.deadMachines.length + loss.zones.length === 0) return before;
  const { pods, nodeOf, pending } = settle(placed, loss);
  const from = before?.node ?? null;
  const pod = pods.find((each) => each.key === key);
  if (pod === undefined) return before && { ...before, node: null, tries: [], loss: { from, fate: 'lost', isFrozen: loss.frozen } };
  const node = nodeOf.get(key) ?? null;
  if (loss.frozen) {
    const fate = node === from ? 'frozen' : 'lost';
    return before && { ...before, node, tries: fate === 'frozen' ? before.tries : [], loss: { from, fate, isFrozen: true } };
  }
  const tries = triesAfter(placed, loss, key);
  if (tries.length === 0) return before && { ...before, loss: { from, fate: 'unchanged', isFrozen: false } };
  const message = pending.find((waiting) => waiting.pod === key)?.message ?? null;
  return { pod, pods, node, message, tries, isPinned: false, loss: { from, fate: 'again', isFrozen: false } };
}

/** Every time that the scheduler looked at the pod while the cluster settled, also on nodes that an autoscaler added. */
function triesAfter(placed: Placed, loss: Loss, key: string): readonly Watched[] {
  const change = { deadNodes: loss.deadNodes, newNodes: launches(placed, loss) };
  const tries = watchReplace(placed, change, key);
  const growth = growthAfter(placed, change, replace(placed, change), loss, key);
  return growth === null ? tries : [...tries, ...growth.placed.watched.slice(placed.watched.length)];
}

function momentBefore(placed: Placed, key: string): Moment | null {
  const { cluster, nodeOf, pending, watched } = placed;
  const pod = cluster.pods.find((each) => each.key === key);
  if (pod === undefined) return null;
  const isPinned = watched.length === 0 && pod.pinnedTo !== null;
  return {
    pod,
    pods: cluster.pods,
    node: nodeOf.get(key) ?? null,
    message: pending.find((waiting) => waiting.pod === key)?.message ?? null,
    tries: isPinned ? asItWere(placed, pod) : watched,
    isPinned,
    loss: null,
  };
}

/** A pod that a pin put on its node: looked at again as if it were the last to come. */
function asItWere(placed: Placed, pod: ClusterPod): readonly Watched[] {
  const settled = snapshotOf(placed);
  if (settled === undefined) return [];
  const before = settled.clone();
  before.forget(pod.key);
  const free = unplaced(pod);
  return [{ pod: free, verdict: explainPod(before, free, scheduleOptions(placed.design, placed.seed)), before }];
}
