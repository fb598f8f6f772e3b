import { compareBytes } from '../byteOrder';
import { zoneName, zonesOf } from '../design/tree';
import type { FailureRow, Progress } from '../evaluation';
import type { Baseline } from './baseline';
import { outcomeOf, rowAfter, type Outcome } from './outcome';
import { zonePairs } from './pairs';

/** Above this number of workers their rows are made on demand only. */
const WORKERS_WITH_ROWS = 100;

/** What becomes of the cluster for every single loss. */
export interface Matrix {
  /** Zones by letter, then workers by name where they are few enough or asked for, then pairs of zones where asked for. */
  readonly rows: readonly FailureRow[];
  /** The whole outcome of every zone's loss. */
  readonly zones: readonly Outcome[];
}

export interface MatrixOptions {
  /** A row for every worker even where there are more than 100. */
  readonly nodeFailures?: boolean;
  /** A row for every pair of zones (N-2). */
  readonly zonePairs?: boolean;
  readonly onProgress?: (progress: Progress) => void;
}

export function matrix(baseline: Baseline, { nodeFailures = false, zonePairs: pairs = false, onProgress }: MatrixOptions = {}): Matrix {
  const { design, cluster } = baseline.placed;
  const workers = cluster.nodes.filter((node) => node.role === 'worker').map((node) => node.name);
  const zones = zonesOf(design).map((zone, done, { length }) => {
    onProgress?.({ stage: 'losses', done, total: length });
    return outcomeOf(baseline, { zones: [zoneName(design, zone)], nodes: [] });
  });
  const killed = workers.length <= WORKERS_WITH_ROWS || nodeFailures ? workers.sort(compareBytes) : [];
  const nodes = killed.map((name) => rowAfter(baseline, { zones: [], nodes: [name] }));
  return { rows: [...zones.map(({ row }) => row), ...nodes, ...(pairs ? zonePairs(baseline) : [])], zones };
}
