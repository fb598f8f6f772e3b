import type { Baseline } from '../failure/baseline';
import { outcomeOf, routingAfter } from '../failure/outcome';
import type { Scenario } from '../failure/scenario';
import { momentOf, type Moment } from '../routing/moment';

const NONE: ReadonlySet<string> = new Set();

/** The cluster as a request meets it: today, or settled after a loss. */
export function walkable(baseline: Baseline, scenario: Scenario | null): Moment {
  const { placed, routing } = baseline;
  if (scenario !== null) return momentOf(routing, routingAfter(baseline, outcomeOf(baseline, scenario)));
  return momentOf(routing, { nodes: placed.cluster.nodes, pods: placed.cluster.pods, nodeOf: placed.nodeOf, deadNodes: NONE, deadZones: NONE });
}
