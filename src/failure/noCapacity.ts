import { zoneName, zonesOf } from '../design/tree';
import type { FailureRow } from '../evaluation';
import { KARPENTER } from '../karpenter/entity';
import type { Baseline } from './baseline';
import { outcomeOf } from './outcome';
import { returnsOf, type GroupReturn } from './zoneReturn';

/** What a loss leaves while EC2 has no capacity in a zone that is up, and what Auto Scaling does once there is some again. */
export interface CapacityFailure extends FailureRow {
  /** The groups that lost an instance, or a zone. */
  readonly groups: readonly GroupReturn[];
  /** The pods that died, in queue order; those of DaemonSets belong to their node. */
  readonly pods: readonly Displaced[];
}

export interface Displaced {
  /** `namespace/name` */
  readonly pod: string;
  readonly from: string;
  /** Null: it does not run. */
  readonly to: string | null;
  /** Why it is Pending, in Kubernetes' words. */
  readonly message: string | null;
}

/**
 * A zone without capacity does nothing to instances that run: what is lost has to be launched anew. `lost` names the zone
 * that is lost at the same time; null: the instances that Auto Scaling or Karpenter launched in the full zone itself end
 * there (Spot interruption, instance refresh). There is none of any type, for every group.
 * Source: docs.aws.amazon.com autoscaling, "Troubleshoot: insufficient capacity", and API_AvailabilityZoneDistribution.
 */
export function withoutCapacity(baseline: Baseline, zone: string, lost: string | null): CapacityFailure {
  const { placed } = baseline;
  const own = placed.cluster.nodes.filter((node) => node.zoneName === zone && (node.group !== null || node.entity === KARPENTER));
  const outcome = outcomeOf(baseline, { ...(lost === null ? { zones: [], nodes: own.map(({ name }) => name) } : { zones: [lost], nodes: [] }), noCapacity: [zone] });
  const daemonSets = new Set(placed.cluster.manifests.filter(({ workload }) => workload.type === 'DaemonSet').map(({ workload }) => workload.id));
  const ofNodes = new Set(placed.cluster.pods.filter(({ workload }) => daemonSets.has(workload)).map(({ key }) => key));
  const messages = new Map(outcome.pending.map(({ pod, message }) => [pod, message]));
  return {
    ...outcome.row,
    groups: returnsOf(placed, outcome),
    pods: outcome.lost
      .filter((pod) => !ofNodes.has(pod))
      .map((pod) => ({ pod, from: placed.nodeOf.get(pod) ?? '', to: outcome.nodeOf.get(pod) ?? null, message: messages.get(pod) ?? null })),
  };
}

/** The instances of the zone itself, then each other zone, by letter. */
export function capacityFailures(baseline: Baseline, zone: string): readonly CapacityFailure[] {
  const { design } = baseline.placed;
  const others = zonesOf(design).map((each) => zoneName(design, each)).filter((name) => name !== zone);
  return [null, ...others].map((lost) => withoutCapacity(baseline, zone, lost));
}
