import type { Cost, CostEstimate, Evaluation, FailureRow } from '../../evaluation';
import type { Words } from './words';

/** What the text and the Markdown have in common: the figures as rows of words. */

export function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}

export function usd(amount: number): string {
  return amount.toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
}

export function quorumLine({ quorum }: Evaluation, words: Words): string {
  const size = quorum.managed ? words.managed : `${quorum.size}/${quorum.members}`;
  const survives = quorum.survivesAnyOneZone ? words.survives : words.doesNotSurvive;
  return `${size}, ${words.tolerates(quorum.tolerates)}, ${words.apiServers} ${quorum.apiServers}; ${words.anyZone}: ${survives}`;
}

/** Groups, and what an autoscaler and the descheduler did; nothing without groups. */
export function scalingLines({ scaling, descheduler }: Evaluation, words: Words): readonly string[] {
  const { groups, added, wrongZoneAttempts, autoscaler } = scaling;
  const last = autoscaler?.loops.at(-1);
  const moves = descheduler?.moves ?? [];
  return [
    ...groups.map(({ id, desired, byZone }) => words.instances(id, desired, Object.entries(byZone).map(([zone, count]) => `${zone} ${count}`).join(', '), added[id] ?? 0)),
    ...(wrongZoneAttempts === 0 ? [] : [words.wrongZone(wrongZoneAttempts)]),
    ...(last === undefined || last.error === null ? [] : [last.error]),
    ...Object.entries(last?.skipped ?? {}).map(([group, reason]) => words.skipped(group, reason)),
    ...Object.entries(last?.unhelped ?? {}).flatMap(([pod, reasons]) => Object.entries(reasons).map(([group, texts]) => words.unhelped(pod, group, texts.join(', ')))),
    ...moves.map(({ pod, from, to }) => words.descheduled(pod, from ?? words.pending, to ?? words.pending)),
    ...(descheduler?.isEndless === true ? [words.endless] : []),
  ];
}

export function matrixHead(words: Words): readonly string[] {
  return [words.lost, words.quorum, words.podsLost, words.running, words.pending, words.workloads, words.services, words.data, words.cpuLeft, words.memoryLeft, words.month];
}

export function matrixRow(row: FailureRow, words: Words, name = [...row.zones, ...row.nodes].join(' + ')): readonly string[] {
  const notSurviving = row.workloads.filter((workload) => workload.verdict !== 'survives');
  const dropping = row.services.filter((service) => service.dropped > 0);
  return [
    name,
    row.keepsQuorum ? words.keeps : words.loses,
    String(row.podsLost),
    String(row.podsRunningAfter),
    String(row.podsPendingAfter),
    notSurviving.length === 0 ? words.survives : notSurviving.map(({ name, after, needed, verdict }) => `${name} ${verdict} ${after}/${needed}`).join(', '),
    dropping.length === 0 ? percent(0) : dropping.map(({ name, dropped }) => `${name} ${percent(dropped)}`).join(', '),
    dataCell(row, words),
    `${row.capacity.cpuLeft}m`,
    `${row.capacity.memoryLeft} MiB`,
    usd(row.cost.totalMonthly),
  ];
}

/** What of the stored data the loss touches. */
function dataCell({ volumes, databases, fileSystems }: FailureRow, words: Words): string {
  const touched = [
    ...(volumes.unreachable.length === 0 ? [] : [words.volumesUnreachable(volumes.unreachable.length)]),
    ...databases.filter(({ state }) => state !== 'unaffected').map(({ id, state, failoverSeconds }) => `${id} ${words.databaseAfter[state]}${failoverSeconds === null ? '' : ` ${failoverSeconds.from}-${failoverSeconds.to} s`}`),
    ...fileSystems.filter(({ state }) => state !== 'unaffected').map(({ id, state }) => `${id} ${words.fileSystemAfter[state]}`),
  ];
  return touched.length === 0 ? words.nothing : touched.join(', ');
}

export function timelineHead(words: Words): readonly string[] {
  return [words.lost, words.endpointsRemoved, words.firstPodEvicted, words.lastPodEvicted, words.lastPodRunning, words.errorsSteady, words.settled, words.requestErrors];
}

/** One row a loss whose timeline was worked out. */
export function timelineRows({ failures }: Evaluation, words: Words): readonly (readonly string[])[] {
  const seconds = (at: number | null) => (at === null ? words.nothing : words.seconds(at));
  return failures.flatMap(({ zones, nodes, timeline }) => {
    if (timeline === undefined) return [];
    const { endpointsRemoved, firstPodEvicted, lastPodEvicted, lastPodRunning, errorsSteady, settled, requestErrors } = timeline;
    return [[[...zones, ...nodes].join(' + '), ...[endpointsRemoved, firstPodEvicted, lastPodEvicted, lastPodRunning, errorsSteady, settled].map(seconds), String(requestErrors)]];
  });
}

export function trafficHead(words: Words): readonly string[] {
  return [words.service, words.skew, words.dropped, words.crossZone, words.crossings, words.hops];
}

export function trafficRows({ traffic }: Evaluation, words: Words): readonly (readonly string[])[] {
  return traffic.services.map((service) => [
    service.name,
    service.skew === null ? words.nothing : service.skew.toFixed(2),
    percent(service.dropped),
    percent(service.crossZoneShare),
    service.crossings.toFixed(2),
    service.hops.toFixed(2),
  ]);
}

export function costHead(words: Words): readonly string[] {
  return [words.cost, words.quantity, words.unitPrice, words.month];
}

export function costRows({ cost }: Evaluation): readonly (readonly string[])[] {
  return cost.lines.map((line) => [line.title, `${line.quantity} ${line.unit}`, String(line.unitPrice), usd(line.monthly)]);
}

/** What stands beside the lines: assumptions, what has no price, what is free, and what is estimated. */
export function costNotes(cost: Cost, words: Words): readonly (readonly [string, string])[] {
  return [
    ...cost.assumptions.map((text) => [words.assumed, text] as const),
    ...(cost.estimates ?? []).map((estimate) => [words.estimated, estimateText(estimate, words)] as const),
    ...(cost.free ?? []).map(({ title, quantity, why }) => [words.free, `${title}${quantity === null ? '' : `, ${quantity} GB`}: ${why}`] as const),
    ...cost.notPriced.map((text) => [words.notPriced, text] as const),
  ];
}

export function estimateText({ title, quantity, unit, priced }: CostEstimate, words: Words): string {
  return `${title}: ${quantity.from} - ${quantity.to} ${unit} = ${priced === null ? words.notPriced : `${usd(priced.monthly.from)} - ${usd(priced.monthly.to)} ${words.month}`}`;
}
