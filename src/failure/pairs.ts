import { compareBytes } from '../byteOrder';
import { zoneName, zonesOf } from '../design/tree';
import type { FailureRow } from '../evaluation';
import { controlPlaneMachines } from '../quorum/controlPlane';
import type { Baseline } from './baseline';
import { rowAfter } from './outcome';

/** N-2 by zones: a row for every pair, by letter. */
export function zonePairs(baseline: Baseline): readonly FailureRow[] {
  const { design } = baseline.placed;
  const zones = zonesOf(design).map((zone) => zoneName(design, zone));
  return zones.flatMap((a, i) => zones.slice(i + 1).map((b) => rowAfter(baseline, { zones: [a, b], nodes: [] })));
}

/** N-2 by a zone and one machine of another, workers and control plane, by name: a row each. */
export function zoneAndNode(baseline: Baseline, zone: string): readonly FailureRow[] {
  const { design, cluster } = baseline.placed;
  const nodes = cluster.nodes.map(({ name, zoneName: at }) => ({ name, zone: at }));
  const elsewhere = new Set([...nodes, ...controlPlaneMachines(design)].filter((machine) => machine.zone !== zone).map(({ name }) => name));
  return [...elsewhere].sort(compareBytes).map((node) => rowAfter(baseline, { zones: [zone], nodes: [node] }));
}
