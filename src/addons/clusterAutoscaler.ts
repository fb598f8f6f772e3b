import { DEFAULT_OPTIONS, type AutoscalerOptions } from '../autoscaler/options';
import { scaleUpOnce, type ScaleUpOutcome } from '../autoscaler/scaleUp';
import type { ClusterNode, Placed } from '../cluster/cluster';
import { placedAfter } from '../cluster/placedAfter';
import { snapshotOf } from '../cluster/place';
import type { Settings } from '../design/schema';
import type { ScaleUpLoop } from '../evaluation';
import type { Pod } from '../kubernetes/objects';
import { createSnapshot } from '../scheduling/snapshot';
import { launch } from './launch';
import { nodeGroups } from './nodeGroups';
import type { AddedNode, Grow } from './report';

/** Each loop adds a node or gives a group up, so that the loops end by themselves; this is for what we do not foresee. */
const MAX_LOOPS = 200;
const NONE: ReadonlySet<string> = new Set();

/**
 * Loops of the cluster autoscaler, each with what Auto Scaling launches for it and where the scheduler then puts the pods,
 * until nothing waits or a loop adds nothing. A group whose instances do not come is left out, as after a failed scale-up.
 */
export function clusterAutoscaler(addon: NonNullable<Settings['addons']['clusterAutoscaler']>): Grow {
  const options: AutoscalerOptions = { ...DEFAULT_OPTIONS, expander: [addon.expander], balanceSimilarNodeGroups: addon.balanceSimilarNodeGroups };
  return (placed, lostZones, watch) => {
    const added: AddedNode[] = [];
    const loops: ScaleUpLoop[] = [];
    const backedOff = new Set<string>();
    const robin = { last: 0 };
    let now = placed;
    while (loops.length < MAX_LOOPS) {
      const pending = now.objects.pods.filter(isUnschedulable);
      if (pending.length === 0) break;
      const { nodes, daemonSets } = now.objects;
      const snapshot = snapshotOf(now) ?? createSnapshot(now.objects);
      const outcome = scaleUpOnce({ snapshot, nodes, groups: nodeGroups(now), daemonSets, pending, options, now: null, backedOff, robin });
      loops.push(loopOf(outcome, now));
      if (Object.keys(outcome.added).length === 0) break;
      const launched = launch(now, new Map(Object.entries(outcome.added)), lostZones);
      for (const [group, count] of Object.entries(outcome.added)) if (launched.filter((node) => node.group === group).length < count) backedOff.add(group);
      if (launched.length === 0) continue;
      now = placedAfter(now, { deadNodes: NONE, newNodes: launched }, watch);
      added.push(...judged(launched, outcome, now));
    }
    return { placed: now, added, loops };
  };
}

function isUnschedulable({ spec, status }: Pod): boolean {
  return !spec.nodeName && (status?.conditions ?? []).some(({ type, reason }) => type === 'PodScheduled' && reason === 'Unschedulable');
}

/** Whether each node helped: one in another zone than the template's that took no pod in did not. */
function judged(launched: readonly ClusterNode[], { templates }: ScaleUpOutcome, { cluster, nodeOf }: Placed): readonly AddedNode[] {
  const daemonSets = new Set(cluster.manifests.filter(({ workload }) => workload.type === 'DaemonSet').map(({ workload }) => workload.id));
  const used = new Set(cluster.pods.filter(({ workload }) => !daemonSets.has(workload)).map(({ key }) => nodeOf.get(key)));
  return launched.map((node) => ({ node, isWrongZone: templates?.[node.group ?? '']?.zone !== node.zoneName && !used.has(node.name) }));
}

function loopOf(outcome: ScaleUpOutcome, placed: Placed): ScaleUpLoop {
  return {
    ordered: outcome.added,
    skipped: Object.fromEntries(Object.entries(outcome.skipped ?? {}).map(([group, reasons]) => [group, reasons.join(', ')])),
    unhelped: unhelped(outcome, placed),
    error: outcome.error ?? (outcome.result === 'notTried' ? 'Cluster is not ready for autoscaling' : null),
  };
}

/** One pod of each workload that no group can help, for its others hear the same. */
function unhelped({ remaining, rejected }: ScaleUpOutcome, { cluster }: Placed): ScaleUpLoop['unhelped'] {
  const waiting = new Set(remaining);
  const told = new Set<string>();
  const pods: [string, Readonly<Record<string, readonly string[]>>][] = [];
  for (const { key, workload } of cluster.pods) {
    if (!waiting.has(key) || told.has(workload)) continue;
    told.add(workload);
    pods.push([key, Object.fromEntries(Object.entries(rejected?.[key] ?? {}).map(([group, { reasons }]) => [group, reasons]))]);
  }
  return Object.fromEntries(pods);
}
