import type { Alternative, FigureName, Figures, ServiceAlternatives } from '../../alternatives/alternative';
import type { DrawnAlternatives, DrawnFigures } from '../../alternatives/drawAlternatives';
import type { EndpointCount, HintsOutcome } from '../../alternatives/endpointCounts';
import { messagesIn } from '../../alternatives/languages';
import type { Messages } from '../../alternatives/messages/en';
import type { Distribution } from '../../draws/distribution';
import type { Language } from '../command';
import { percent, usd } from './evaluationRows';
import { indentedTable } from './textTable';

/** What the command answers of one Service. */
export interface AlternativesAnswer extends ServiceAlternatives {
  readonly drawn?: DrawnAlternatives;
  readonly endpointCounts?: readonly EndpointCount[];
}

/** Every alternative of every Service, for people. */
export function alternativesText(services: readonly AlternativesAnswer[], language: Language): string {
  const say = messagesIn(language);
  if (services.length === 0) return say.noServices;
  return [say.order, ...services.flatMap((service) => ['', service.name, ...serviceLines(service, say)])].join('\n');
}

function serviceLines({ today, alternatives, drawn, endpointCounts }: AlternativesAnswer, say: Messages): readonly string[] {
  const rows = [
    [say.alternative, say.skew, say.dropped, say.crossZoneShare, say.crossZoneGb, say.crossZoneMonthly, say.allCrossZoneMonthly, say.totalMonthly, say.pending, say.worstLoss, say.sourceIp],
    rowOf(say.today, today, {}, say),
    ...alternatives.map(({ label, figures, changes }) => rowOf(label, figures, changes, say)),
  ];
  return [
    ...indentedTable(rows),
    ...(alternatives.length === 0 ? [`  ${say.none}`] : []),
    ...(drawn === undefined ? [] : ['', ...drawnLines(drawn, alternatives, say)]),
    ...(endpointCounts === undefined ? [] : ['', ...countLines(endpointCounts, say)]),
  ];
}

function rowOf(label: string, figures: Figures, changes: Alternative['changes'], say: Messages): readonly string[] {
  const { traffic, worstLoss } = figures;
  const marked = (text: string, ...names: readonly FigureName[]) => `${text}${[...new Set(names.map((name) => changes[name]))].map((change) => (change === undefined ? '' : change === 'better' ? ' +' : ' -')).join('')}`;
  return [
    label,
    marked(traffic.skew?.toFixed(2) ?? '-', 'skew'),
    marked(percent(traffic.dropped), 'dropped'),
    marked(percent(traffic.crossZoneShare), 'crossZoneShare'),
    marked(figures.crossZoneGb.toFixed(1), 'crossZoneGb'),
    marked(usd(figures.crossZoneMonthly), 'crossZoneMonthly'),
    marked(usd(figures.allCrossZoneMonthly), 'allCrossZoneMonthly'),
    marked(usd(figures.totalMonthly), 'totalMonthly'),
    marked(String(figures.pending), 'pending'),
    worstLoss === null ? '-' : marked(`${worstLoss.zone} ${say.verdicts[worstLoss.verdict]}, ${say.dropped} ${percent(worstLoss.dropped)}`, 'verdict', 'droppedAfterLoss'),
    traffic.sourceIpPreserved === null ? '-' : traffic.sourceIpPreserved ? say.preserved : say.hidden,
  ];
}

function drawnLines({ draws, certain, today, alternatives: drawn }: DrawnAlternatives, alternatives: readonly Alternative[], say: Messages): readonly string[] {
  if (certain) return [`  ${say.certain}`];
  const row = (label: string, figures: DrawnFigures | undefined) => [
    label,
    range(figures?.skew, (n) => n.toFixed(2)),
    range(figures?.dropped, percent),
    range(figures?.crossZoneShare, percent),
    range(figures?.crossZoneMonthly, usd),
    range(figures?.verdict, (verdict) => say.verdicts[verdict]),
  ];
  return [
    `  ${say.draws(draws)}`,
    ...indentedTable([
      [say.alternative, say.skew, say.dropped, say.crossZoneShare, say.crossZoneMonthly, say.worstLoss],
      row(say.today, today),
      ...alternatives.map(({ id, label }) => row(label, drawn[id])),
    ]),
  ];
}

function range<T>(distribution: Distribution<T> | null | undefined, textOf: (value: T) => string): string {
  if (distribution === null || distribution === undefined) return '-';
  const { best, likely, worst, values } = distribution;
  return values.length === 1 ? textOf(likely.value) : [best, likely, worst].map(({ value }) => textOf(value)).join(' / ');
}

function countLines(counts: readonly EndpointCount[], say: Messages): readonly string[] {
  if (counts.length === 0) return [`  ${say.noCounts}`];
  const state = (outcome: HintsOutcome | null) => (outcome === null ? '-' : outcome.holds ? say.holds : say.vanishes);
  const load = (outcome: HintsOutcome | null) => {
    const loads = outcome?.zones.flatMap(({ expectedLoad }) => expectedLoad ?? []) ?? [];
    return loads.length === 0 ? '-' : Math.max(...loads).toFixed(2);
  };
  const [auto, near] = ['Auto', 'PreferSameZone'];
  return [
    `  ${say.counts}`,
    `  ${say.countsRule}`,
    ...indentedTable([
      [say.endpoints, `${auto}, ${say.even}`, say.load, `${auto}, ${say.scheduled}`, say.load, `${near}, ${say.even}: ${say.load}`, `${near}, ${say.scheduled}: ${say.load}`, say.event],
      ...counts.map(({ replicas, isToday, even, scheduled }) => [
        `${replicas}${isToday ? ' *' : ''}`,
        state(even.auto),
        load(even.auto),
        state(scheduled.auto),
        load(scheduled.auto),
        load(even.sameZone),
        load(scheduled.sameZone),
        scheduled.auto?.event ?? even.auto?.event ?? '',
      ]),
    ]),
  ];
}
