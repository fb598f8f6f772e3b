import type { Explanation, NodeLine, Relaxations } from '../../explanation/explanation';
import type { Language } from '../command';
import { indentedTable } from './textTable';
import { wordsOf, type Words } from './words';

/** An explanation for people: what happened, then the table of nodes. */
export function whyText({ pod, outcome, node, sentences, message, plugins, nodes, refusals }: Explanation, would: Relaxations, language: Language): string {
  const words = wordsOf(language);
  const fitting = nodes.filter(({ refusal }) => refusal === null);
  const refused = nodes.filter(({ refusal }) => refusal !== null);
  const scored = fitting.some(({ scores }) => scores !== null);
  return [
    `${pod}: ${words.podOutcome[outcome]}${node === null ? '' : ` ${node}`}`,
    ...sentences.map((sentence) => `  ${sentence}`),
    ...(message === null ? [] : [`  Kubernetes: ${message}`]),
    ...(nodes.length === 0 ? refusals.map(({ plugin, plain }) => `  ${plugin}: ${plain}`) : []),
    ...(outcome !== 'pending' ? [] : ['', words.relaxations, ...relaxationLines(would, words)]),
    ...section(words.nodesThatFit(fitting.length), fitting.length === 0 ? [] : [
      ['', words.node, words.zone, ...(scored ? [words.total, ...plugins.map(({ name }) => name)] : [])],
      ...fitting.map((line) => [mark(line), line.node, line.zone ?? '', ...(scored ? [String(line.total ?? ''), ...(line.scores ?? []).map(String)] : [])]),
    ]),
    ...(scored ? ['', ...plugins.map(({ name, weight, plain }) => `  ${name} x${weight}: ${plain}`)] : []),
    ...section(words.nodesRefused(refused.length), refused.length === 0 ? [] : refusedRows(refused, words)),
  ].join('\n');
}

function relaxationLines({ relaxations, isComplete }: Relaxations, words: Words): readonly string[] {
  return [
    ...(relaxations.length === 0 ? [`  ${words.none}`] : []),
    ...relaxations.flatMap(({ label, node, pending, sizeText }) => [`  - ${label} (${words.wouldRun(node, pending.before, pending.after)})`, `    ${sizeText}`]),
    ...(isComplete ? [] : [`  ${words.notAllTried}`]),
  ];
}

function mark({ isChosen, isBest }: NodeLine): string {
  if (isChosen) return '>';
  return isBest ? '=' : '';
}

function section(title: string, rows: readonly (readonly string[])[]): readonly string[] {
  return rows.length === 0 ? [] : ['', title, ...indentedTable(rows)];
}

function refusedRows(lines: readonly NodeLine[], words: Words): readonly (readonly string[])[] {
  return [
    [words.node, words.zone, words.plugin, words.why, 'Kubernetes'],
    ...lines.map(({ node, zone, refusal }) => [node, zone ?? '', refusal?.plugin ?? '', refusal?.plain.join(' ') ?? '', refusal?.reasons.join('; ') ?? '']),
  ];
}
