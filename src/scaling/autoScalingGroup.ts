import type { AutoScalingGroup, Zone } from '../design/schema';

/** Number of instances by zone id; every zone of the group that exists has an entry. */
export type InstancesPerZone = ReadonlyMap<string, number>;

/**
 * How AWS fills a group: one instance after the other into the zone with the fewest, which comes to an even balance with
 * the remainder in the first zones. AWS draws among equal zones; here the first by letter is taken.
 * Numbers set by hand win. `zones`: the design's zones by letter; those of them that the group spans count.
 * Source: docs.aws.amazon.com autoscaling, "Amazon EC2 Auto Scaling benefits", availability-zone balancing.
 */
export function instancesPerZone(group: AutoScalingGroup, zones: readonly Zone[]): InstancesPerZone {
  const ids = zonesOfGroup(group, zones);
  const byHand = group.instancesPerZone;
  if (byHand !== undefined) return new Map(ids.map((id) => [id, byHand[id] ?? 0]));
  const total = Math.min(group.desired, group.max);
  const each = ids.length === 0 ? 0 : Math.floor(total / ids.length);
  const remainder = total - each * ids.length;
  return new Map(ids.map((id, i) => [id, each + (i < remainder ? 1 : 0)]));
}

export interface Losses {
  /** Zone ids where nothing runs and nothing can be launched. */
  readonly zones: ReadonlySet<string>;
  /** Zones where launches fail; without it those that are lost. */
  readonly closed?: ReadonlySet<string>;
  /** Instances lost one by one, by zone id; those in lost zones need not be named. */
  readonly instances: ReadonlyMap<string, number>;
}

/**
 * Instances that a group launches to have as many as `before` again, its maximum at most; by zone id, zones with none have
 * no entry. Where instances per zone are set by hand, an instance that died alone comes back in its own zone.
 */
export function launchesAfter(group: AutoScalingGroup, before: InstancesPerZone, lost: Losses): InstancesPerZone {
  const running = new Map([...before].map(([zone, count]) => [zone, lost.zones.has(zone) ? 0 : Math.max(0, count - (lost.instances.get(zone) ?? 0))]));
  const own = group.instancesPerZone === undefined ? undefined : before;
  return launchesTo(Math.min(total(before), group.max), running, { distribution: group.distribution, closed: lost.closed ?? lost.zones, own }).launched;
}

interface LaunchRules {
  readonly distribution: AutoScalingGroup['distribution'];
  /** Zones where launches fail. */
  readonly closed: ReadonlySet<string>;
  /** What each zone should have, where that is set by hand; what is short of it and open comes first. */
  readonly own: InstancesPerZone | undefined;
}

interface Launches {
  readonly launched: InstancesPerZone;
  /** Launches that fail where it was a closed zone's turn: made elsewhere, or tried there again and again. */
  readonly failed: InstancesPerZone;
}

/**
 * One launch after the other, each in the zone with the fewest instances, until `target` of them run.
 * `balanced-best-effort` launches in another zone what fails in one; `balanced-only` keeps trying in the zone whose turn
 * it is, so that what a closed zone should get is not launched anywhere. Zones with none have no entry.
 * Source: docs.aws.amazon.com autoscaling API_AvailabilityZoneDistribution.
 */
export function launchesTo(target: number, running: InstancesPerZone, { distribution, closed, own }: LaunchRules): Launches {
  const all = [...running.keys()];
  const inTurn = turns(all);
  const failed = new Map([...inTurn].filter(([zone]) => closed.has(zone)));
  if (failed.size === 0) return { launched: inTurn, failed };
  const launched = distribution === 'balanced-only' ? new Map([...inTurn].filter(([zone]) => !closed.has(zone))) : turns(all.filter((zone) => !closed.has(zone)));
  return { launched, failed };

  function turns(zones: readonly string[]): InstancesPerZone {
    const counts = new Map(running);
    const launches = new Map<string, number>();
    const short = (zone: string): boolean => own !== undefined && !closed.has(zone) && (counts.get(zone) ?? 0) < (own.get(zone) ?? 0);
    for (let left = total(running); left < target; left++) {
      const zone = zones.find(short) ?? fewest(zones, counts);
      if (zone === undefined) break;
      counts.set(zone, (counts.get(zone) ?? 0) + 1);
      launches.set(zone, (launches.get(zone) ?? 0) + 1);
    }
    return launches;
  }
}

export function total(instances: InstancesPerZone): number {
  let sum = 0;
  for (const count of instances.values()) sum += count;
  return sum;
}

/** The first of the zones with the fewest instances. */
export function fewest(zones: readonly string[], counts: InstancesPerZone): string | undefined {
  let best: string | undefined;
  for (const zone of zones) if (best === undefined || (counts.get(zone) ?? 0) < (counts.get(best) ?? 0)) best = zone;
  return best;
}

function zonesOfGroup(group: AutoScalingGroup, zones: readonly Zone[]): readonly string[] {
  return zones.map((zone) => zone.id).filter((id) => group.zones.includes(id));
}
