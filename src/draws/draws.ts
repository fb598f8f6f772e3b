import type { Catalog } from '../catalog/catalog';
import { compareBytes } from '../byteOrder';
import type { Design } from '../design/schema';
import type { WorkloadVerdict } from '../evaluation';
import { distributionOfNumbers, distributionOfWords, shareInterval, type Distribution } from './distribution';
import { drawsOf, type DrawOutcome, type WeakSpot } from './drawOutcome';

/*
 * A real cluster may do any of several things, since kube-scheduler draws among equally good nodes, and topology hints go by
 * the order of Go maps. This folder draws many times and says how the outcomes are distributed:
 *
 *   design ─> drawOutcomes ─> DrawOutcome, DrawOutcome, … ─> summarizeDraws ─> DrawsSummary
 *             one seed after the other, so that it can be stopped and followed
 */

/** What many draws of a design come to. */
export interface DrawsSummary {
  /** How many were made. */
  readonly draws: number;
  /** Nothing was ever left to chance: every draw is the same, and one says all. */
  readonly certain: boolean;
  /** What is shown where the design has no seed: among equals the first by name. One of the possible outcomes. */
  readonly byName: DrawOutcome;
  /** Whether any one zone can be lost: whatever chance does, only if it is kind, or never. */
  readonly survives: 'always' | 'byLuck' | 'never';
  /** In how many draws any one zone can be lost, and within which that share of all outcomes lies (95 % confidence). */
  readonly surviving: { readonly draws: number; readonly low: number; readonly high: number };
  /** Of the worst zone's loss; null where nothing was drawn yet. */
  readonly verdict: Distribution<WorkloadVerdict> | null;
  /** Pods that wait while all is well. */
  readonly pending: Distribution<number> | null;
  /** Traffic skew of the worst Service; null without traffic. */
  readonly skew: Distribution<number> | null;
  /** Pods in a workload's fullest zone less pods in its emptiest, by workload. */
  readonly zoneSkews: readonly { readonly workload: string; readonly skew: Distribution<number> }[];
  /** What a zone's loss breaks, in how many draws: the most frequent first. */
  readonly weakSpots: readonly WeakSpotFrequency[];
}

export interface WeakSpotFrequency extends Omit<WeakSpot, 'verdict'> {
  /** In how many draws it does not survive, and in how many of them nothing of it is left. */
  readonly draws: number;
  readonly down: number;
  /** Of the first of them. */
  readonly seed: number | null;
}

/** Draws with the seeds 1 to `count`, one after the other; where chance decides nothing the first is the last. */
export function* drawOutcomes(design: Design, catalog: Catalog, count: number): Generator<DrawOutcome, void> {
  const draw = drawsOf(design, catalog);
  for (let seed = 1; seed <= count; seed++) {
    const outcome = draw(seed);
    yield outcome;
    if (isCertain(outcome)) return;
  }
}

/** What every other seed would repeat: no number was drawn. */
function isCertain({ drawn }: DrawOutcome): boolean {
  return drawn.placing === 0 && drawn.afterLoss === 0 && drawn.hints === 0;
}

/** From the outcomes so far, and the one without a seed (`drawsOf(design, catalog)(null)`). Linear in the outcomes. */
export function summarizeDraws(byName: DrawOutcome, outcomes: readonly DrawOutcome[]): DrawsSummary {
  const draws = outcomes.length;
  const certain = draws > 0 && outcomes.every(isCertain);
  const surviving = outcomes.filter(({ verdict }) => verdict === 'survives').length;
  return {
    draws,
    certain,
    byName,
    survives: surviving === draws ? 'always' : surviving === 0 ? 'never' : 'byLuck',
    surviving: { draws: surviving, ...(certain ? { low: surviving, high: surviving } : shareInterval(surviving, draws)) },
    verdict: distributionOfWords(
      outcomes.map(({ seed, verdict }) => ({ seed, value: verdict })),
      VERDICTS,
    ),
    pending: distributionOfNumbers(outcomes.map(({ seed, pending }) => ({ seed, value: pending }))),
    skew: distributionOfNumbers(outcomes.flatMap(({ seed, skew }) => (skew === null ? [] : [{ seed, value: skew }]))),
    zoneSkews: zoneSkewsOf(outcomes),
    weakSpots: weakSpotsOf(outcomes),
  };
}

const VERDICTS: readonly WorkloadVerdict[] = ['survives', 'degraded', 'down'];

function zoneSkewsOf(outcomes: readonly DrawOutcome[]): DrawsSummary['zoneSkews'] {
  return (outcomes[0]?.zoneSkews ?? []).flatMap(({ workload }, i) => {
    const skew = distributionOfNumbers(outcomes.map(({ seed, zoneSkews }) => ({ seed, value: zoneSkews[i]?.skew ?? 0 })));
    return skew === null ? [] : [{ workload, skew }];
  });
}

function weakSpotsOf(outcomes: readonly DrawOutcome[]): readonly WeakSpotFrequency[] {
  const spots = new Map<string, { -readonly [Key in keyof WeakSpotFrequency]: WeakSpotFrequency[Key] }>();
  for (const { seed, weakSpots } of outcomes) {
    for (const { zone, kind, name, verdict } of weakSpots) {
      const key = `${zone} ${kind} ${name}`;
      let spot = spots.get(key);
      if (spot === undefined) spots.set(key, (spot = { zone, kind, name, draws: 0, down: 0, seed }));
      spot.draws++;
      if (verdict === 'down') spot.down++;
    }
  }
  return [...spots.values()].sort((a, b) => b.draws - a.draws || b.down - a.down || compareBytes(a.name, b.name) || compareBytes(a.zone, b.zone));
}
