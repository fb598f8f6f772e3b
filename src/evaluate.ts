import { settledPlacement } from './addons/settledPlacement';
import type { Catalog } from './catalog/catalog';
import type { Design } from './design/schema';
import { evaluatePlaced, simulatePlaced, type EvaluateOptions } from './evaluatePlaced';
import type { Aftermath, Evaluation } from './evaluation';
import type { Scenario } from './failure/scenario';
import { findingMessages } from './findings/languages';

/**
 * Judges a design: what real Kubernetes on AWS would do with it. Pure, and the same bytes for the same input. Each stage
 * takes the value before it and returns a new one; nothing downstream reaches back:
 *
 * ```
 * design, catalog ─> place ─> add-ons ─> Placed ──┬─> quorum ──────────────────────────┬─> findings ──> Evaluation
 *             (expand to nodes  (scale up,        ├─> route ──> Traffic ──> cost ──────┤
 *              and pods, place)  deschedule)      └─> matrix: for every zone and node ─┘
 *                                                       lose, launch, place again, scale up, route, cost
 * ```
 */
export function evaluate(design: Design, catalog: Catalog, options: EvaluateOptions = {}): Evaluation {
  return evaluatePlaced(settledPlacement(design, catalog, options), options, findingMessages[options.language ?? 'en']);
}

/** Kills zones and nodes of a design, any set of them, and says where everything is once it has settled. */
export function simulateFailure(design: Design, catalog: Catalog, scenario: Scenario, options: EvaluateOptions = {}): Aftermath {
  return simulatePlaced(settledPlacement(design, catalog, options), scenario);
}
