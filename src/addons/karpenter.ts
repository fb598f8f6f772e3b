import { placedAfter } from '../cluster/placedAfter';
import type { Placed } from '../cluster/cluster';
import type { ScaleUpLoop } from '../evaluation';
import { provision, type Provisioning } from '../karpenter/provision';
import type { AddedNode, Grow } from './report';

/** Where kube-scheduler puts a pod elsewhere than Karpenter had planned, it plans again; for what we do not foresee. */
const MAX_ROUNDS = 20;
const NONE: ReadonlySet<string> = new Set();

/** Rounds of Karpenter, each with the pods that kube-scheduler then places, until nothing waits or nothing is launched. */
export const karpenter: Grow = (placed, lostZones, watch) => {
  const added: AddedNode[] = [];
  const loops: ScaleUpLoop[] = [];
  let now = placed;
  while (now.pending.length > 0 && loops.length < MAX_ROUNDS) {
    const provisioning = provision(now, lostZones);
    loops.push(loopOf(provisioning, now));
    if (provisioning.nodes.length === 0) break;
    now = placedAfter(now, { deadNodes: NONE, newNodes: provisioning.nodes.map(({ node }) => node) }, watch);
    added.push(...provisioning.nodes.map(({ node }) => ({ node, isWrongZone: false })));
  }
  return { placed: now, added, loops };
};

/** Of the pods that it cannot help, one of each workload. */
function loopOf({ nodes, unhelped }: Provisioning, { cluster }: Placed): ScaleUpLoop {
  const ordered: Record<string, number> = {};
  for (const { instanceType } of nodes) ordered[instanceType] = (ordered[instanceType] ?? 0) + 1;
  const workloads = new Map(cluster.pods.map(({ key, workload }) => [key, workload]));
  const told = new Map(unhelped.toReversed().map((refusal) => [workloads.get(refusal.pod), refusal]));
  return { ordered, skipped: {}, unhelped: Object.fromEntries([...told.values()].toReversed().map(({ pod, message }) => [pod, { default: [message] }])), error: null };
}
