import type { Evaluation } from '../../evaluation';
import type { Language } from '../command';
import { costHead, costNotes, costRows, matrixHead, matrixRow, quorumLine, scalingLines, timelineHead, timelineRows, trafficHead, trafficRows, usd } from './evaluationRows';
import { table } from './textTable';
import { wordsOf } from './words';

/** The verdicts for people, with the N-1 matrix. */
export function evaluationText(evaluation: Evaluation, language: Language): string {
  const words = wordsOf(language);
  const { design, quorum, placement, failures, cost, findings } = evaluation;
  const timelines = timelineRows(evaluation, words);
  const section = (title: string, lines: readonly string[]) => (lines.length === 0 ? [] : ['', title, ...lines.map((line) => `  ${line}`)]);
  return [
    `${design.name}  ${design.region}  Kubernetes ${design.kubernetesVersion}`,
    ...section(words.quorum, [
      quorumLine(evaluation, words),
      ...(quorum.availability === null ? [] : [`${words.availability}: ${(quorum.availability * 100).toFixed(4)} %`]),
    ]),
    ...section(words.placement, [
      `${placement.running} ${words.running}, ${placement.pending.length} ${words.pending}`,
      ...placement.pending.map(({ pod, message }) => `${pod}: ${message}`),
    ]),
    ...section(words.scaling, scalingLines(evaluation, words)),
    ...section(words.matrix, table([matrixHead(words), ...failures.map((row) => matrixRow(row, words))])),
    ...section(words.timeline, timelines.length === 0 ? [] : table([timelineHead(words), ...timelines])),
    ...section(words.traffic, evaluation.traffic.services.length === 0 ? [] : table([trafficHead(words), ...trafficRows(evaluation, words)])),
    ...section(words.cost, [
      ...table([costHead(words), ...costRows(evaluation)]),
      `${words.crossZoneMonthly} ${usd(cost.crossZoneMonthly)} + ${words.infrastructureMonthly} ${usd(cost.infrastructureMonthly)} = ${words.total} ${usd(cost.totalMonthly)} ${words.month}`,
      ...costNotes(cost, words).map(([kind, text]) => `${kind}: ${text}`),
    ]),
    ...section(words.findings, findings.length === 0 ? [words.none] : findings.map(({ severity, code, message }) => `${severity.padEnd(7)}  ${code}: ${message}`)),
  ].join('\n');
}
