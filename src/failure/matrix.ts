import { compareBytes } from '../byteOrder';
import { zoneName, zonesOf } from '../design/tree';
import type { Baseline } from './baseline';
import { outcomeOf, type Outcome } from './outcome';
import type { Scenario } from './scenario';

/** Above this number of workers their rows are made on demand only. */
const WORKERS_WITH_ROWS = 100;

/** The N-1 matrix: every zone by letter, then every worker by name where they are few enough or asked for. */
export function matrix(baseline: Baseline, nodeFailures = false): readonly Outcome[] {
  const { design, cluster } = baseline.placed;
  const workers = cluster.nodes.filter((node) => node.role === 'worker').map((node) => node.name);
  const zones = zonesOf(design).map((zone): Scenario => ({ zones: [zoneName(design, zone)], nodes: [] }));
  const nodes = workers.length <= WORKERS_WITH_ROWS || nodeFailures ? workers.sort(compareBytes).map((name): Scenario => ({ zones: [], nodes: [name] })) : [];
  return [...zones, ...nodes].map((scenario) => outcomeOf(baseline, scenario));
}
