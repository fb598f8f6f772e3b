/*
 * Which zones are down, and how likely that is: a Marshall-Olkin shock model. Independent events take a zone each, or a
 * pair of zones each; a zone is up while none of its events is on. Source: A. W. Marshall and I. Olkin, "A Multivariate
 * Exponential Distribution", Journal of the American Statistical Association 62 (1967), pages 30 to 44.
 */

/** So many zones an AWS region has at most (us-east-1). With more there are too many states. */
export const MOST_ZONES = 6;

/** A set of zones that are down. */
export interface ZoneLoss {
  readonly lost: ReadonlySet<string>;
  readonly probability: number;
}

/** An event that takes these zones with probability `probability`. */
interface Shock {
  readonly zones: readonly string[];
  readonly probability: number;
}

/** Every set of zones and how likely it is that exactly these are down; at most `MOST_ZONES` zones. Adds up to 1. */
export function zoneLosses(zones: readonly string[], zoneUp: number, pairUp: number): readonly ZoneLoss[] {
  return lossesBy(zones, [...zones.map((zone) => ({ zones: [zone], probability: 1 - zoneUp })), ...pairsOf(zones, pairUp)]);
}

/** What the events of pairs alone take; the set of none alone, first, where they never come. */
export function sharedLosses(zones: readonly string[], pairUp: number): readonly ZoneLoss[] {
  return lossesBy(zones, pairsOf(zones, pairUp)).filter(({ lost, probability }) => lost.size === 0 || probability > 0);
}

function pairsOf(zones: readonly string[], up: number): readonly Shock[] {
  return up === 1 ? [] : zones.flatMap((a, i) => zones.slice(i + 1).map((b) => ({ zones: [a, b], probability: 1 - up })));
}

function lossesBy(zones: readonly string[], shocks: readonly Shock[]): readonly ZoneLoss[] {
  if (shocks.length === 0) return [{ lost: new Set(), probability: 1 }];
  const bits = new Map(zones.map((zone, i) => [zone, 1 << i]));
  // By bit mask of the zones that are down: each shock is on or off, on top of those before.
  let probabilities: readonly number[] = [1, ...Array.from({ length: 2 ** zones.length - 1 }, () => 0)];
  for (const shock of shocks) {
    const mask = shock.zones.reduce((sum, zone) => sum | (bits.get(zone) ?? 0), 0);
    const next = probabilities.map((p) => p * (1 - shock.probability));
    probabilities.forEach((p, set) => (next[set | mask] = (next[set | mask] ?? 0) + p * shock.probability));
    probabilities = next;
  }
  return probabilities.map((probability, set) => ({ lost: new Set(zones.filter((_, i) => ((set >> i) & 1) === 1)), probability }));
}
