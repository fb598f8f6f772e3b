import { internet } from '../design/internet';
import { zoneName, zonesOf } from '../design/tree';
import type { FailureRow, WorkloadVerdict } from '../evaluation';
import type { Baseline } from '../failure/baseline';
import { outcomeOf } from '../failure/outcome';
import { workloadName } from '../failure/workloads';
import { trafficOf } from '../routing/traffic';
import { addCents, type Cents, gbPerMonth, usd } from '../units';
import type { Figures, WorstLoss } from './alternative';
import { subjectOf } from './subject';

/** What a placed design makes of a Service: its traffic, what it costs, and what the worst zone's loss leaves of it. */
export function figuresOf(baseline: Baseline, service: string): MeasuredFigures | null {
  const { placed, routed, cost } = baseline;
  const traffic = trafficOf(routed).services.find((each) => each.service === service);
  const subject = subjectOf(baseline, service);
  if (traffic === undefined || subject === null) return null;
  const links = new Set(subject.links.map(({ id }) => id));
  const lines = cost.lines.filter(({ id, entities }) => id.startsWith('cross-zone/') && entities.some((entity) => links.has(entity)));
  const crossing = routed.hops.filter(({ link, from, to }) => links.has(link) && from !== to && from !== internet && to !== internet);
  const { worst, drawn } = worstLossOf(baseline, service, traffic.name);
  return {
    figures: {
      traffic,
      crossZoneGb: gbPerMonth(crossing.reduce((sum, { requestsPerSecond, requestBytes, responseBytes }) => sum + requestsPerSecond * (requestBytes + responseBytes), 0)),
      crossZoneMonthly: usd(addCents(lines.map(({ monthly }) => Math.round(monthly * 100) as Cents))),
      allCrossZoneMonthly: cost.crossZoneMonthly,
      totalMonthly: cost.totalMonthly,
      pending: placed.pending.length,
      worstLoss: worst,
    },
    drawn: placed.drawn + routed.drawn + drawn,
  };
}

export interface MeasuredFigures {
  readonly figures: Figures;
  /** How often chance decided: in placing and in hints, and in both again after each zone's loss. */
  readonly drawn: number;
}

/** From the best to the worst. */
export const VERDICTS: readonly WorkloadVerdict[] = ['survives', 'degraded', 'down'];

/** Zones by letter; of equally bad ones the first. */
function worstLossOf(baseline: Baseline, service: string, name: string): { readonly worst: WorstLoss | null; readonly drawn: number } {
  const { design, cluster } = baseline.placed;
  const selected = new Set(cluster.services.find((each) => each.service === service)?.workloads);
  const own = new Set(cluster.manifests.filter(({ workload }) => selected.has(workload.id)).map(workloadName));
  let worst: WorstLoss | null = null;
  let drawn = 0;
  for (const zone of zonesOf(design).map((each) => zoneName(design, each))) {
    const outcome = outcomeOf(baseline, { zones: [zone], nodes: [] });
    drawn += outcome.drawn + outcome.routed.drawn;
    const loss = lossOf(zone, outcome.row, outcome.loss.frozen, own, name);
    if (worst === null || isWorse(loss, worst)) worst = loss;
  }
  return { worst, drawn };
}

function lossOf(zone: string, { workloads, services }: FailureRow, frozen: boolean, own: ReadonlySet<string>, name: string): WorstLoss {
  const verdicts = new Set(workloads.filter((workload) => own.has(workload.name)).map(({ verdict }) => verdict));
  const service = services.find((each) => each.name === name);
  const dropped = service?.dropped ?? 0;
  const verdict = verdicts.has('down') || dropped === 1 ? 'down' : frozen || verdicts.has('degraded') || dropped > 0 ? 'degraded' : 'survives';
  return { zone, verdict, dropped, skew: service?.skew ?? null };
}

function isWorse(a: WorstLoss, b: WorstLoss): boolean {
  return VERDICTS.indexOf(a.verdict) > VERDICTS.indexOf(b.verdict) || (a.verdict === b.verdict && a.dropped > b.dropped);
}
