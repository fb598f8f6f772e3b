import { fewest, total, type InstancesPerZone } from './autoScalingGroup';

/** Instances that AZRebalance launches in one go, and those that it then terminates; by zone id, zones with none left out. */
export interface RebalanceRound {
  readonly launched: InstancesPerZone;
  readonly terminated: InstancesPerZone;
}

export interface RebalanceRules {
  readonly max: number;
  /** Zones where launches fail. */
  readonly closed: ReadonlySet<string>;
  /** What each zone should have, where that is set by hand; else as even as can be. */
  readonly own: InstancesPerZone | undefined;
}

/**
 * How many instances more than its maximum a group may have while it is rebalanced: 10 % of it or one, whichever is
 * greater. AWS does not say how it rounds; whole instances below 10 % are taken.
 * Source: docs.aws.amazon.com autoscaling, "Amazon EC2 Auto Scaling benefits", rebalancing activities.
 */
export function rebalanceMargin(max: number): number {
  return Math.max(1, Math.floor(max / 10));
}

/**
 * The rounds in which AZRebalance evens a group out: it launches first, as many as the margin above the maximum allows,
 * and terminates as many only then. It ends where no two zones are more than one instance apart.
 */
export function rebalance(instances: InstancesPerZone, { max, closed, own }: RebalanceRules): readonly RebalanceRound[] {
  const counts = new Map(instances);
  const zones = [...counts.keys()];
  const rounds: RebalanceRound[] = [];
  const at = (zone: string): number => counts.get(zone) ?? 0;
  for (;;) {
    const room = max + rebalanceMargin(max) - total(instances);
    const launched = new Map<string, number>();
    const terminated = new Map<string, number>();
    for (let moves = 0; moves < room; moves++) {
      const [from, to] = own === undefined ? evenly() : backTo(own);
      if (from === undefined || to === undefined) break;
      counts.set(from, at(from) - 1);
      counts.set(to, at(to) + 1);
      terminated.set(from, (terminated.get(from) ?? 0) + 1);
      launched.set(to, (launched.get(to) ?? 0) + 1);
    }
    if (launched.size === 0) return rounds;
    rounds.push({ launched, terminated });
  }

  function evenly(): readonly [string | undefined, string | undefined] {
    const from = mostOf(zones, counts);
    const to = fewest(zones.filter((zone) => !closed.has(zone)), counts);
    return from !== undefined && to !== undefined && at(from) - at(to) > 1 ? [from, to] : [undefined, undefined];
  }

  function backTo(wanted: InstancesPerZone): readonly [string | undefined, string | undefined] {
    const over = zones.findLast((zone) => at(zone) > (wanted.get(zone) ?? 0));
    return [over, zones.find((zone) => !closed.has(zone) && at(zone) < (wanted.get(zone) ?? 0))];
  }
}

/** The last of the zones with the most instances: where the remainder was launched first it stays. */
export function mostOf(zones: readonly string[], counts: InstancesPerZone): string | undefined {
  let best: string | undefined;
  for (const zone of zones) if (best === undefined || (counts.get(zone) ?? 0) >= (counts.get(best) ?? 0)) best = zone;
  return best;
}
