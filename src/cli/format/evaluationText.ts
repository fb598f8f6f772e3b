import type { Evaluation } from '../../evaluation';
import type { Language } from '../command';
import { costHead, costRows, matrixHead, matrixRow, quorumLine, trafficHead, trafficRows, usd } from './evaluationRows';
import { wordsOf } from './words';

/** The verdicts for people, with the N-1 matrix. */
export function evaluationText(evaluation: Evaluation, language: Language): string {
  const words = wordsOf(language);
  const { design, quorum, placement, failures, cost, findings } = evaluation;
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
    ...section(words.matrix, table([matrixHead(words), ...failures.map((row) => matrixRow(row, words))])),
    ...section(words.traffic, evaluation.traffic.services.length === 0 ? [] : table([trafficHead(words), ...trafficRows(evaluation, words)])),
    ...section(words.cost, [
      ...table([costHead(words), ...costRows(evaluation)]),
      `${words.crossZoneMonthly} ${usd(cost.crossZoneMonthly)} + ${words.infrastructureMonthly} ${usd(cost.infrastructureMonthly)} = ${words.total} ${usd(cost.totalMonthly)} ${words.month}`,
      ...cost.notPriced.map((text) => `${words.notPriced}: ${text}`),
    ]),
    ...section(words.findings, findings.length === 0 ? [words.none] : findings.map(({ severity, code, message }) => `${severity.padEnd(7)}  ${code}: ${message}`)),
  ].join('\n');
}

/** Columns as wide as their widest cell; Hangul takes two places of a terminal. */
function table(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => cells(row[column] ?? ''))));
  return rows.map((row) => row.map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - cells(cell))).join('  ').trimEnd());
}

function cells(text: string): number {
  let width = 0;
  for (const character of text) width += /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60]/.test(character) ? 2 : 1;
  return width;
}

