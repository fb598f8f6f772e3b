import { sharedLosses } from '../availability/zoneLosses';
import type { Settings } from '../design/schema';
import type { ControlPlaneMachine } from './controlPlane';
import { quorumSize } from './quorumSize';

/**
 * Share of time that etcd has quorum, exact under the design's assumptions: a zone is up with probability `zone`, a
 * machine in a zone that is up with `node`, all independent; what takes a pair of zones takes both; the region's common
 * causes multiply. Enumerated, not sampled: each zone gives the distribution of its members up, and the distributions are
 * convolved. `zones`: names of all zones of the design, the partners in such pairs.
 */
export function quorumAvailability(machines: readonly ControlPlaneMachine[], assumed: Settings['availability'], zones: readonly string[] = []): number {
  const perZone = new Map<string, number>();
  for (const { zone, votes } of machines) if (votes) perZone.set(zone, (perZone.get(zone) ?? 0) + 1);
  let sum = 0;
  for (const { lost, probability } of sharedLosses(zones, assumed.zonePair ?? 1)) sum += probability * quorumWithout(lost, perZone, assumed);
  return assumed.region * sum;
}

function quorumWithout(lost: ReadonlySet<string>, perZone: ReadonlyMap<string, number>, assumed: Settings['availability']): number {
  let up: readonly number[] = [1];
  let members = 0;
  for (const [zone, count] of perZone) {
    up = convolve(up, membersUp(count, lost.has(zone) ? 0 : assumed.zone, assumed.node));
    members += count;
  }
  const enough = up.slice(quorumSize(members));
  // Smallest terms first, so that what they add is not lost.
  return enough.reverse().reduce((sum, p) => sum + p, 0);
}

/** P(k of n members of a zone are up), k = 0..n. */
function membersUp(n: number, zone: number, node: number): readonly number[] {
  let binomial: readonly number[] = [1];
  for (let i = 0; i < n; i++) binomial = convolve(binomial, [1 - node, node]);
  return binomial.map((p, k) => zone * p + (k === 0 ? 1 - zone : 0));
}

/** Distribution of a sum of two independent counts. */
function convolve(a: readonly number[], b: readonly number[]): readonly number[] {
  const sum = Array.from({ length: a.length + b.length - 1 }, () => 0);
  a.forEach((p, i) => b.forEach((q, j) => (sum[i + j] = (sum[i + j] ?? 0) + p * q)));
  return sum;
}
