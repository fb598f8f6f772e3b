import { zoneName, zonesOf } from '../design/tree';
import type { WorkloadVerdict } from '../evaluation';
import type { Baseline } from '../failure/baseline';
import { outcomeOf } from '../failure/outcome';
import { compareLosses } from './frontier';
import type { LossVerdict, VariantFigures, ZoneLoss } from './variant';

/** What a placed design costs, and what the worst zone's loss leaves of it; null without zones. */
export function figuresOf(baseline: Baseline): VariantFigures | null {
  const { placed, cost } = baseline;
  const losses = zonesOf(placed.design).map((zone) => zoneLossOf(baseline, zoneName(placed.design, zone)));
  const [first, ...others] = losses;
  if (first === undefined) return null;
  return {
    totalMonthly: cost.totalMonthly,
    crossZoneMonthly: cost.crossZoneMonthly,
    pending: placed.pending.length,
    worstLoss: others.reduce((worst, loss) => (compareLosses(loss, worst) < 0 ? loss : worst), first),
  };
}

function zoneLossOf(baseline: Baseline, zone: string): ZoneLoss {
  const { row, loss } = outcomeOf(baseline, { zones: [zone], nodes: [] });
  const needed = row.workloads.reduce((sum, workload) => sum + workload.needed, 0);
  const running = row.workloads.reduce((sum, workload) => sum + Math.min(workload.after, workload.needed), 0);
  const dropped = Math.max(0, ...row.services.map((service) => service.dropped));
  return {
    zone,
    verdict: verdictOf(loss.frozen, new Set(row.workloads.map(({ verdict }) => verdict)), dropped),
    needed,
    running,
    share: needed === 0 ? 1 : running / needed,
    podsLost: row.podsLost,
    podsBefore: row.workloads.reduce((sum, workload) => sum + workload.before, 0),
    dropped,
  };
}

function verdictOf(frozen: boolean, workloads: ReadonlySet<WorkloadVerdict>, dropped: number): LossVerdict {
  if (frozen) return 'control-plane-lost';
  if (workloads.has('down') || dropped === 1) return 'down';
  return workloads.has('degraded') || dropped > 0 ? 'degraded' : 'survives';
}
