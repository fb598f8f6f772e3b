import type { FailureRow } from '../../evaluation';
import type { CapacityFailure } from '../../failure/noCapacity';
import type { GroupReturn } from '../../failure/zoneReturn';
import type { Language } from '../command';
import { matrixHead, matrixRow } from './evaluationRows';
import { table } from './textTable';
import { wordsOf, type Words } from './words';

/** A zone that is lost and returns, for people. */
export function zoneReturnText(row: FailureRow, groups: readonly GroupReturn[], language: Language): string {
  const words = wordsOf(language);
  return [...table([matrixHead(words), matrixRow(row, words)]), ...groupLines(row.zones.join(' + '), groups, words)].join('\n');
}

/** A zone without capacity, for people: all losses in one table, then each with its groups and pods. */
export function noCapacityText(zone: string, failures: readonly CapacityFailure[], language: Language): string {
  const words = wordsOf(language);
  const nameOf = ({ zones }: FailureRow) => (zones.length === 0 ? words.instancesOf(zone) : zones.join(' + '));
  return [
    words.noCapacity(zone),
    '',
    ...table([matrixHead(words), ...failures.map((row) => matrixRow(row, words, nameOf(row)))]),
    ...failures.flatMap((failure) => [...groupLines(nameOf(failure), failure.groups, words), ...podLines(failure, words)]),
  ].join('\n');
}

function groupLines(name: string, groups: readonly GroupReturn[], words: Words): readonly string[] {
  const counts = (perZone: Readonly<Record<string, number>>) => Object.entries(perZone).map(([zone, count]) => `${zone} ${count}`).join(', ') || words.nothing;
  const some = (n: number) => (n === 0 ? words.nothing : String(n));
  const rows = groups.map(({ group, lowest, minimum, shortOfMinimum, replacements, failed, retried, before, launches, terminations, after }) => [
    group,
    String(lowest),
    String(minimum),
    some(shortOfMinimum),
    counts(failed),
    counts(replacements),
    some(retried),
    counts(before),
    counts(launches),
    terminations.map(({ node }) => node).join(', ') || words.nothing,
    counts(after),
  ]);
  const head = [words.group, words.inService, words.minimum, words.shortOf, words.launchesFailing, words.launchedInstead, words.triedAgain, words.runsThen, words.onceBack, words.terminatedUndrained, words.endsAs];
  return ['', words.groupsWithout(name), ...indented(rows.length === 0 ? [words.none] : table([head, ...rows])), ...indented(groups.flatMap((group) => cutOffLines(group, words)))];
}

function cutOffLines({ terminations, evictsFirst }: GroupReturn, words: Words): readonly string[] {
  return terminations
    .filter(({ pods }) => pods.length > 0)
    .map(({ node, pods }) => `${node}: ${words.cutOff(pods.join(', '))}${evictsFirst ? ` (${words.evictsFirst})` : ''}`);
}

function podLines({ pods }: CapacityFailure, words: Words): readonly string[] {
  if (pods.length === 0) return [];
  return ['', words.displaced, ...indented(pods.map(({ pod, from, to, message }) => `${pod}: ${from} -> ${to ?? (message === null ? words.podOutcome.lost : `${words.pending}: ${message}`)}`))];
}

function indented(lines: readonly string[]): readonly string[] {
  return lines.map((line) => `  ${line}`);
}
