import type { Catalog } from '../catalog/catalog';
import { settledPlacement } from '../addons/settledPlacement';
import type { Design } from '../design/schema';
import { evaluatePlaced, type EvaluateOptions } from '../evaluatePlaced';
import type { Evaluation } from '../evaluation';
import { findingMessages } from '../findings/languages';
import { baselineOf } from '../failure/baseline';
import { createTimeline } from './createTimeline';

/** What `evaluate` answers, and with the loss of each zone how long it takes. */
export function evaluateWithTimelines(design: Design, catalog: Catalog, options: EvaluateOptions = {}): Evaluation {
  const language = options.language ?? 'en';
  const placed = settledPlacement(design, catalog, options);
  const baseline = baselineOf(placed, language);
  const evaluation = evaluatePlaced(placed, options, findingMessages[language], baseline);
  return {
    ...evaluation,
    failures: evaluation.failures.map((row) => (row.zones.length === 0 ? row : { ...row, timeline: createTimeline(baseline, row).summary })),
  };
}
