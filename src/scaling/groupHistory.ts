import type { AutoScalingGroup, Zone } from '../design/schema';
import { instancesPerZone, launchesTo, total, type InstancesPerZone } from './autoScalingGroup';
import { mostOf, rebalance } from './rebalance';

/** What happens to a group from outside. Zones by id. */
export type GroupEvent =
  /** Zones whose instances die and where nothing can be launched; instances that die alone, by zone. */
  | { readonly kind: 'fails'; readonly zones: readonly string[]; readonly instances?: InstancesPerZone }
  | { readonly kind: 'returns'; readonly zones: readonly string[] }
  /** The zones are up, but EC2 has no capacity left in them. */
  | { readonly kind: 'launchesFail'; readonly zones: readonly string[] }
  | { readonly kind: 'launchesSucceed'; readonly zones: readonly string[] }
  | { readonly kind: 'desiredCapacity'; readonly desired: number };

/** One scaling activity: what happened in one zone, and what runs then. */
export interface Activity {
  /** Place of the event that led to it. */
  readonly event: number;
  readonly kind: 'lost' | 'launched' | 'launchFailed' | 'terminated';
  readonly cause: 'failure' | 'desiredCapacity' | 'rebalance';
  readonly zone: string;
  readonly count: number;
  /** Of `count`: terminated without draining. Auto Scaling knows nothing of pods. */
  readonly undrained: number;
  readonly instances: InstancesPerZone;
}

export interface GroupHistory {
  readonly activities: readonly Activity[];
  /** At the end. */
  readonly instances: InstancesPerZone;
  /** The fewest and the most in service at any moment; boot times are not counted. */
  readonly lowest: number;
  readonly highest: number;
  readonly undrained: number;
  /** At some moment fewer were in service than the group's `min`, which Auto Scaling does not prevent: it only asks for as many. */
  readonly fellBelowMin: boolean;
}

/**
 * A group over time, from the instances that run at first, its desired ones if not said. After each event it launches up to its desired capacity or scales in to it, and then, unless
 * AZRebalance is suspended, is evened out. Replacing what failed a health check, Auto Scaling terminates and launches;
 * rebalancing, it launches before it terminates. Groups have no instance maintenance policy, as is AWS's default.
 * Which zone comes first among equals, and how many are moved at once, AWS does not say: by letter, as many as it may.
 * Source: docs.aws.amazon.com autoscaling, "Amazon EC2 Auto Scaling benefits" and "Instance maintenance policies".
 */
export function groupHistory(group: AutoScalingGroup, zones: readonly Zone[], events: readonly GroupEvent[], running?: InstancesPerZone): GroupHistory {
  const byHand = instancesPerZone(group, zones);
  const counts = new Map(running ?? byHand);
  const dead = new Set<string>();
  const full = new Set<string>();
  const activities: Activity[] = [];
  let own = group.instancesPerZone === undefined ? undefined : byHand;
  let desired = Math.min(group.desired, group.max);
  let lowest = total(counts);
  let highest = lowest;

  for (const [event, happened] of events.entries()) {
    switch (happened.kind) {
      case 'fails':
        for (const zone of happened.zones) {
          dead.add(zone);
          act(event, 'lost', 'failure', zone, counts.get(zone) ?? 0);
        }
        for (const [zone, count] of happened.instances ?? []) act(event, 'lost', 'failure', zone, Math.min(count, counts.get(zone) ?? 0));
        break;
      case 'returns':
        for (const zone of happened.zones) dead.delete(zone);
        break;
      case 'launchesFail':
        for (const zone of happened.zones) full.add(zone);
        break;
      case 'launchesSucceed':
        for (const zone of happened.zones) full.delete(zone);
        break;
      case 'desiredCapacity':
        desired = Math.min(Math.max(happened.desired, group.min), group.max);
        own = undefined;
        break;
    }
    reachDesired(event);
    if (group.azRebalance) evenOut(event);
  }
  const undrained = activities.reduce((sum, activity) => sum + activity.undrained, 0);
  return { activities, instances: counts, lowest, highest, undrained, fellBelowMin: lowest < group.min };

  function reachDesired(event: number): void {
    const { launched, failed } = launchesTo(desired, counts, { distribution: group.distribution, closed: closed(), own });
    for (const [zone, count] of failed) act(event, 'launchFailed', 'desiredCapacity', zone, count);
    for (const [zone, count] of launched) act(event, 'launched', 'desiredCapacity', zone, count);
    const surplus = new Map<string, number>();
    const left = new Map(counts);
    for (let running = total(counts); running > desired; running--) {
      const zone = mostOf([...left.keys()], left);
      if (zone === undefined) break;
      left.set(zone, (left.get(zone) ?? 0) - 1);
      surplus.set(zone, (surplus.get(zone) ?? 0) + 1);
    }
    for (const [zone, count] of surplus) act(event, 'terminated', 'desiredCapacity', zone, count);
  }

  function evenOut(event: number): void {
    for (const { launched, terminated } of rebalance(counts, { max: group.max, closed: closed(), own })) {
      for (const [zone, count] of launched) act(event, 'launched', 'rebalance', zone, count);
      for (const [zone, count] of terminated) act(event, 'terminated', 'rebalance', zone, count);
    }
  }

  function closed(): ReadonlySet<string> {
    return new Set([...dead, ...full]);
  }

  function act(event: number, kind: Activity['kind'], cause: Activity['cause'], zone: string, count: number): void {
    const before = counts.get(zone);
    if (before === undefined || count === 0) return;
    if (kind !== 'launchFailed') counts.set(zone, kind === 'launched' ? before + count : before - count);
    const inService = total(counts);
    lowest = Math.min(lowest, inService);
    highest = Math.max(highest, inService);
    activities.push({ event, kind, cause, zone, count, undrained: kind === 'terminated' ? count : 0, instances: new Map(counts) });
  }
}
