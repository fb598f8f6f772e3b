import type { Evaluation } from '../../evaluation';
import type { Language } from '../command';
import { costHead, costNotes, costRows, matrixHead, matrixRow, quorumLine, scalingLines, timelineHead, timelineRows, trafficHead, trafficRows, usd } from './evaluationRows';
import { wordsOf } from './words';

/** The verdicts as a decision record for a repo. */
export function evaluationMarkdown(evaluation: Evaluation, language: Language): string {
  const words = wordsOf(language);
  const { design, placement, failures, cost, findings } = evaluation;
  const timelines = timelineRows(evaluation, words);
  const scaling = scalingLines(evaluation, words);
  const notes = costNotes(cost, words);
  return [
    `# ${escape(design.name)}`,
    `${design.region}, Kubernetes ${design.kubernetesVersion}`,
    `## ${words.quorum}`,
    quorumLine(evaluation, words),
    `## ${words.placement}`,
    `${placement.running} ${words.running}, ${placement.pending.length} ${words.pending}`,
    ...(placement.pending.length > 0 ? [placement.pending.map(({ pod, message }) => `- \`${pod}\`: ${escape(message)}`).join('\n')] : []),
    ...(scaling.length > 0 ? [`## ${words.scaling}`, scaling.map((line) => `- ${escape(line)}`).join('\n')] : []),
    `## ${words.matrix}`,
    table([matrixHead(words), ...failures.map((row) => matrixRow(row, words))]),
    ...(timelines.length > 0 ? [`## ${words.timeline}`, table([timelineHead(words), ...timelines])] : []),
    ...(evaluation.traffic.services.length > 0 ? [`## ${words.traffic}`, table([trafficHead(words), ...trafficRows(evaluation, words)])] : []),
    `## ${words.cost}`,
    `${words.crossZoneMonthly} ${usd(cost.crossZoneMonthly)} + ${words.infrastructureMonthly} ${usd(cost.infrastructureMonthly)} = **${words.total} ${usd(cost.totalMonthly)} ${words.month}**`,
    table([
      [...costHead(words), words.source, words.how],
      ...costRows(evaluation).map((row, index) => [...row, `${cost.lines[index]?.source ?? ''} (${cost.lines[index]?.priceDate ?? ''})`, cost.lines[index]?.basis?.formula ?? '']),
    ]),
    ...(notes.length > 0 ? [notes.map(([kind, text]) => `- ${kind}: ${escape(text)}`).join('\n')] : []),
    `## ${words.findings}`,
    findings.length === 0 ? words.none : findings.map(({ severity, code, message, link }) => `- **${severity}** [${code}](${link}): ${escape(message)}`).join('\n'),
  ].join('\n\n');
}

function table([head = [], ...rows]: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(escape).join(' | ')} |`;
  return [line(head), `| ${head.map(() => '---').join(' | ')} |`, ...rows.map(line)].join('\n');
}

/** User text stays text: no table cell, link or tag begins in it. */
function escape(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|]/g, (character) => `\\${character}`).replace(/\s+/g, ' ');
}
