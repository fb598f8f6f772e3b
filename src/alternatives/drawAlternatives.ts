import type { Catalog } from '../catalog/catalog';
import type { Design } from '../design/schema';
import { distributionOfNumbers, distributionOfWords, type Distribution } from '../draws/distribution';
import type { WorkloadVerdict } from '../evaluation';
import type { Figures, Proposal } from './alternative';
import { alternativeKinds } from './alternativeKinds';
import { figuresOf, VERDICTS, type MeasuredFigures } from './figures';
import { subjectOf } from './subject';
import { trialOf } from './trial';

/** One outcome of today and of every proposal, all by one seed. */
export interface AlternativesDraw {
  readonly seed: number;
  readonly today: Figures;
  /** By the id of the alternative. */
  readonly alternatives: ReadonlyMap<string, Figures>;
  /** Nothing was left to chance: every other seed would repeat it. */
  readonly certain: boolean;
}

/** With the seeds 1 to `count`, one after the other; where chance decides nothing the first is the last. */
export function* drawAlternatives(design: Design, catalog: Catalog, service: string, count: number): Generator<AlternativesDraw, void> {
  let proposals: readonly Proposal[] | undefined;
  for (let seed = 1; seed <= count; seed++) {
    const trial = trialOf(design, catalog, seed);
    const subject = subjectOf(trial.baseline, service);
    const today = figuresOf(trial.baseline, service);
    if (subject === null || today === null) return;
    proposals ??= alternativeKinds.flatMap((kind) => kind.propose(subject));
    const measured = proposals.flatMap(({ id, edit }): [string, MeasuredFigures][] => {
      const figures = trial.with(edit, service);
      return figures === null ? [] : [[id, figures]];
    });
    const certain = today.drawn === 0 && measured.every(([, { drawn }]) => drawn === 0);
    yield { seed, today: today.figures, alternatives: new Map(measured.map(([id, { figures }]) => [id, figures])), certain };
    if (certain) return;
  }
}

/** How the figures of a Service are distributed, today and with each alternative; null where no draw has the figure. */
export interface DrawnFigures {
  readonly skew: Distribution<number> | null;
  readonly dropped: Distribution<number> | null;
  readonly crossZoneShare: Distribution<number> | null;
  readonly crossZoneMonthly: Distribution<number> | null;
  /** Of the worst zone's loss. */
  readonly verdict: Distribution<WorkloadVerdict> | null;
}

export interface DrawnAlternatives {
  readonly draws: number;
  /** Chance decides nothing: every draw is the same, and one says all. */
  readonly certain: boolean;
  readonly today: DrawnFigures;
  /** By the id of the alternative. */
  readonly alternatives: Readonly<Record<string, DrawnFigures>>;
}

/** From the draws so far. Linear in them. */
export function summarizeAlternatives(draws: readonly AlternativesDraw[]): DrawnAlternatives {
  const ids = [...(draws[0]?.alternatives.keys() ?? [])];
  return {
    draws: draws.length,
    certain: draws.length > 0 && draws.every(({ certain }) => certain),
    today: drawnFigures(draws, ({ today }) => today),
    alternatives: Object.fromEntries(ids.map((id) => [id, drawnFigures(draws, ({ alternatives }) => alternatives.get(id))])),
  };
}

function drawnFigures(draws: readonly AlternativesDraw[], figuresIn: (draw: AlternativesDraw) => Figures | undefined): DrawnFigures {
  const samples = <T>(valueOf: (figures: Figures) => T | null) =>
    draws.flatMap((draw) => {
      const figures = figuresIn(draw);
      const value = figures === undefined ? null : valueOf(figures);
      return value === null ? [] : [{ seed: draw.seed, value }];
    });
  const numbers = (valueOf: (figures: Figures) => number | null) =>
    distributionOfNumbers(samples(valueOf).map(({ seed, value }) => ({ seed, value: Math.round(value * FINENESS) / FINENESS })));
  return {
    skew: numbers(({ traffic }) => traffic.skew),
    dropped: numbers(({ traffic }) => traffic.dropped),
    crossZoneShare: numbers(({ traffic }) => traffic.crossZoneShare),
    crossZoneMonthly: numbers(({ crossZoneMonthly }) => crossZoneMonthly),
    verdict: distributionOfWords(samples(({ worstLoss }) => worstLoss?.verdict ?? null), VERDICTS),
  };
}

/** Outcomes that differ by less are one: four decimals. */
const FINENESS = 10_000;
