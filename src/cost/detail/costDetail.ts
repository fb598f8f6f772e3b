import type { Catalog } from '../../catalog/catalog';
import type { Design } from '../../design/schema';
import type { CostAlternative, CostBasis, CostEstimate, CostFree, Evaluation } from '../../evaluation';
import type { Language } from '../../language';
import { alternativesOf } from './alternatives';
import { basisOf, hopsByLineOf } from './basis';
import { estimates } from './estimates';
import { freeOf } from './free';
import { messages } from './messages/messages';

/** How each line of a bill came about, and what stands beside it. */
export interface CostDetail {
  /** Name of the region whose prices hold. */
  readonly region: string;
  /** By id of the line. */
  readonly lines: ReadonlyMap<string, LineDetail>;
  readonly estimates: readonly CostEstimate[];
  readonly free: readonly CostFree[];
}

export interface LineDetail {
  readonly basis: CostBasis;
  readonly range?: CostAlternative;
  readonly ifOtherwise: readonly CostAlternative[];
}

/** Worked out on demand from what `evaluate` answered of the design; the lines and the total stay as they are. */
export function costDetail(evaluation: Evaluation, design: Design, catalog: Catalog, language: Language = 'en'): CostDetail {
  const text = messages[language];
  const input = { evaluation, design, catalog, text, hopsByLine: hopsByLineOf(design, evaluation.traffic.hops) };
  return {
    region: catalog.regionName,
    lines: new Map(
      evaluation.cost.lines.map((line): [string, LineDetail] => {
        const basis = basisOf(input, line);
        return [line.id, { basis, ...alternativesOf(input, line, basis) }];
      }),
    ),
    estimates: estimates(input),
    free: freeOf(input),
  };
}

/** The evaluation with the detail in it: what the command line answers. */
export function withCostDetail(evaluation: Evaluation, design: Design, catalog: Catalog, language: Language = 'en'): Evaluation {
  const { lines, ...beside } = costDetail(evaluation, design, catalog, language);
  return { ...evaluation, cost: { ...evaluation.cost, ...beside, lines: evaluation.cost.lines.map((line) => ({ ...line, ...lines.get(line.id) })) } };
}
