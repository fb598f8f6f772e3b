import { routingNow, type Baseline } from '../failure/baseline';
import { outcomeOf, routingAfter } from '../failure/outcome';
import type { Scenario } from '../failure/scenario';
import { momentOf, type Moment } from '../routing/moment';

/** The cluster as a request meets it: today, or settled after a loss. */
export function walkable(baseline: Baseline, scenario: Scenario | null): Moment {
  return momentOf(baseline.routing, scenario === null ? routingNow(baseline.placed) : routingAfter(baseline, outcomeOf(baseline, scenario)));
}
