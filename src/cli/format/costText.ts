import type { CostAlternative, CostEstimate, CostLine, Evaluation } from '../../evaluation';
import type { Language } from '../command';
import { costNotes, estimateText, percent, usd } from './evaluationRows';
import { table } from './textTable';
import { wordsOf, type Words } from './words';

/** A bill for people: every line with how it came about. */
export function costText({ design, cost }: Evaluation, language: Language): string {
  const words = wordsOf(language);
  const beside = costNotes({ ...cost, estimates: [] }, words);
  return [
    `${design.name}  ${design.region}${cost.region === undefined ? '' : ` (${cost.region})`}`,
    ...cost.lines.flatMap((line) => ['', ...lineText(line, words)]),
    '',
    `${words.crossZoneMonthly} ${usd(cost.crossZoneMonthly)} + ${words.infrastructureMonthly} ${usd(cost.infrastructureMonthly)} = ${words.total} ${usd(cost.totalMonthly)} ${words.month}`,
    ...((cost.estimates ?? []).length === 0 ? [] : ['', `${words.estimated}:`, ...(cost.estimates ?? []).flatMap((estimate) => estimateLines(estimate, words))]),
    ...(beside.length === 0 ? [] : ['', ...beside.map(([kind, text]) => `${kind}: ${text}`)]),
  ].join('\n');
}

function lineText(line: CostLine, words: Words): readonly string[] {
  const { title, quantity, unit, unitPrice, monthly, basis, range, ifOtherwise = [], source, priceDate, confidence } = line;
  const instead = (kind: string, { text, quantity: other, monthly: amount }: CostAlternative) => `  ${kind}: ${other} ${unit} = ${usd(amount)}: ${text}`;
  return [
    `${title}: ${quantity} ${unit} x ${unitPrice} = ${usd(monthly)} ${words.month}`,
    ...(basis === undefined ? [] : [`  ${words.how}: ${basis.formula}`]),
    ...table((basis?.flows ?? []).map(({ from, to, requestsPerSecond, bytesThere, bytesBack, share, quantity: charged }) => [`${from} -> ${to}`, `${shown(requestsPerSecond)}/s`, `${shown(bytesThere)} + ${shown(bytesBack)} B`, percent(share), `${charged} GB`])).map((row) => `    ${row}`),
    `  ${words.price}: ${source} (${priceDate}, ${words.priceConfidence[confidence]})`,
    ...(range === undefined ? [] : [instead(words.atMost, range)]),
    ...ifOtherwise.map((each) => instead(words.otherwise, each)),
  ];
}

function estimateLines(estimate: CostEstimate, words: Words): readonly string[] {
  return [
    `  ${estimateText(estimate, words)}`,
    `    ${words.how}: ${estimate.formula}`,
    ...estimate.inputs.map(({ name, value, unit, source }) => `    ${words.madeOf}: ${name} ${value}${unit === '' ? '' : ` ${unit}`}${source === '' ? '' : ` (${source})`}`),
  ];
}

function shown(value: number): string {
  return value.toLocaleString('en-US', { maximumFractionDigits: 3 });
}
