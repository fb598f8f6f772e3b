import type { FailureRow } from '../../evaluation';
import type { Headroom } from '../../failure/headroom';
import type { NodeFailuresSummary } from '../../failure/nodeFailures';
import type { Language } from '../command';
import { matrixHead, matrixRow, percent } from './evaluationRows';
import { indentedTable, table } from './textTable';
import { wordsOf } from './words';

/** Rows of losses, for people. */
export function rowsText(rows: readonly FailureRow[], language: Language): string {
  const words = wordsOf(language);
  return table([matrixHead(words), ...rows.map((row) => matrixRow(row, words))]).join('\n');
}

/** Random node failures, for people. */
export function nodeFailuresText(summary: NodeFailuresSummary, language: Language): string {
  const words = wordsOf(language);
  const { machines, dead, sets, exact, tried, pending, worst } = summary;
  return [
    words.nodeFailures({ machines, dead, sets: count(sets) }),
    exact ? words.everySet : words.setsDrawn(count(tried)),
    '',
    ...table([
      [words.keepsQuorumIn, percent(summary.keepsQuorum)],
      [words.allSurvive, percent(summary.survives)],
    ]),
    '',
    ...table([
      [words.workloads, words.verdicts.survives, words.verdicts.degraded, words.verdicts.down],
      ...summary.workloads.map(({ name, survives, degraded, down }) => [name, percent(survives), percent(degraded), percent(down)]),
    ]),
    ...(pending === null ? [] : ['', `${words.podsPending}, ${words.sets}: ${pending.values.map(({ value, draws }) => `${value}: ${count(draws)}`).join(', ')}`]),
    ...(worst === null ? [] : [`${words.worstSet}: ${worst.nodes.join(' + ')}`]),
  ].join('\n');
}

/** Headroom, for people. */
export function headroomText({ outcome, groups, smallest }: Headroom, language: Language): string {
  const words = wordsOf(language);
  return [
    words.headroom,
    `  ${words.headroomOutcome[outcome]}`,
    ...indentedTable(groups.map(({ id, before, after }) => [id, `${before} -> ${after}`])),
    ...(outcome === 'grown' && !smallest ? [`  ${words.notSmallest}`] : []),
  ].join('\n');
}

function count(n: number): string {
  return n.toLocaleString('en-US');
}
