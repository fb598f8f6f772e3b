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
  /** Instances lost one by one, by zone id; those in lost zones need not be named. */
  readonly instances: ReadonlyMap<string, number>;
}

/**
 * Instances that a group launches to come back to its desired capacity, by zone id (zones with none have no entry).
 * `balanced-best-effort` launches in the living zones with the fewest instances; `balanced-only` keeps trying in the
 * zone whose turn it is, so that what a lost zone should get is not launched anywhere. Where instances per zone are set
 * by hand, an instance that died alone comes back in its own zone.
 * Source: docs.aws.amazon.com autoscaling API_AvailabilityZoneDistribution.
 */
export function launchesAfter(group: AutoScalingGroup, zones: readonly Zone[], lost: Losses): InstancesPerZone {
  const before = instancesPerZone(group, zones);
  const counts = new Map<string, number>();
  let left = 0;
  for (const [zone, count] of before) {
    const living = lost.zones.has(zone) ? 0 : Math.max(0, count - (lost.instances.get(zone) ?? 0));
    counts.set(zone, living);
    left += living;
  }
  const candidates = [...before.keys()].filter((zone) => group.distribution === 'balanced-only' || !lost.zones.has(zone));
  const short = (zone: string): boolean => !lost.zones.has(zone) && (counts.get(zone) ?? 0) < (before.get(zone) ?? 0);
  const launches = new Map<string, number>();
  for (const target = Math.min(group.desired, group.max); left < target; left++) {
    const ownZone = group.instancesPerZone === undefined ? undefined : candidates.find(short);
    const zone = ownZone ?? fewest(candidates, counts);
    if (zone === undefined) break;
    counts.set(zone, (counts.get(zone) ?? 0) + 1);
    if (!lost.zones.has(zone)) launches.set(zone, (launches.get(zone) ?? 0) + 1);
  }
  return launches;
}

/** The first of the zones with the fewest instances. */
function fewest(zones: readonly string[], counts: ReadonlyMap<string, number>): string | undefined {
  let best: string | undefined;
  for (const zone of zones) if (best === undefined || (counts.get(zone) ?? 0) < (counts.get(best) ?? 0)) best = zone;
  return best;
}

function zonesOfGroup(group: AutoScalingGroup, zones: readonly Zone[]): readonly string[] {
  return zones.map((zone) => zone.id).filter((id) => group.zones.includes(id));
}
