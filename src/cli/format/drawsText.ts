import type { Design } from '../../design/schema';
import type { Distribution, Frequency } from '../../draws/distribution';
import type { DrawsSummary } from '../../draws/draws';
import type { Language } from '../command';
import { percent } from './evaluationRows';
import { indentedTable } from './textTable';
import { wordsOf, type Words } from './words';

/** The distribution of many draws, for people. */
export function drawsText(design: Design, summary: DrawsSummary, language: Language): string {
  const words = wordsOf(language);
  const { verdict, pending, skew, zoneSkews, weakSpots, byName } = summary;
  return [
    `${design.name}  ${design.settings.region}  Kubernetes ${design.settings.kubernetesVersion}`,
    '',
    ...verdictLines(summary, words),
    '',
    words.draws,
    ...indentedTable([
      ['', words.best, words.likely, words.worst, words.byName, words.values],
      ...rowOf(words.worstZoneLoss, verdict, byName.verdict, words),
      ...rowOf(words.podsPending, pending, byName.pending, words),
      ...rowOf(words.trafficSkew, skew, byName.skew, words),
      ...zoneSkews.flatMap(({ workload, skew: own }, i) => rowOf(words.zoneSkewOf(workload), own, byName.zoneSkews[i]?.skew ?? null, words)),
    ]),
    ...(weakSpots.length === 0
      ? []
      : [
          '',
          words.weakSpots,
          ...indentedTable([
            [words.lost, '', words.share, words.allGone, words.firstSeed],
            ...weakSpots.map(({ zone, kind, name, draws, down, seed }) => [zone, kind === 'quorum' ? words.quorum : kind === 'service' ? `${name} (${words.services})` : name, count(draws), count(down), String(seed ?? words.nothing)]),
          ]),
        ]),
  ].join('\n');
}

function verdictLines({ draws, certain, survives, surviving }: DrawsSummary, words: Words): readonly string[] {
  if (certain) return [words.drawsCertain, survives === 'always' ? words.survivesCertainly : words.survivesCertainlyNot];
  const [all, hits] = [count(draws), count(surviving.draws)];
  const sentence = { always: words.survivesAlways(all), byLuck: words.survivesByLuck(hits, all, percent(surviving.draws / draws)), never: words.survivesNever(all) };
  return [words.drawsMade(all), sentence[survives], words.confidence(percent(surviving.low), percent(surviving.high))];
}

function rowOf<T extends string | number>(title: string, distribution: Distribution<T> | null, byName: T | null, words: Words): readonly (readonly string[])[] {
  if (distribution === null) return [];
  const { best, likely, worst, values } = distribution;
  const cell = ({ value, seed }: Frequency<T>) => `${value} (${words.seed(seed ?? 0)})`;
  return [[title, cell(best), cell(likely), cell(worst), String(byName ?? words.nothing), listed(values)]];
}

const MOST_LISTED = 8;

function listed<T>(values: readonly Frequency<T>[]): string {
  const shown = values.slice(0, MOST_LISTED).map(({ value, draws }) => `${String(value)}: ${count(draws)}`);
  return (values.length > MOST_LISTED ? [...shown, '…'] : shown).join(', ');
}

function count(n: number): string {
  return n.toLocaleString('en-US');
}
