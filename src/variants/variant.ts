import type { Catalog } from '../catalog/catalog';
import type { Edit } from '../design/edit';
import type { Design } from '../design/schema';

/** What can be otherwise about a whole design. A dimension is one file in `dimensions/` and one line in `dimensions.ts`. */
export interface Dimension {
  readonly id: DimensionId;
  readonly options: readonly Option[];
}

export type DimensionId = 'zones' | 'spread' | 'headroom' | 'externalTrafficPolicy' | 'hints';

export interface Option {
  /** Stable within the dimension. */
  readonly id: string;
  /** Null where the design is so already, or cannot be. */
  readonly edit: (design: Design, catalog: Catalog) => Edit | null;
}

/** A dimension in which a variant differs from the design as drawn. */
export interface Setting {
  readonly dimension: DimensionId;
  readonly option: string;
}

/** From the worst to the best; `control-plane-lost`: no quorum or no API server is left, so that nothing is replaced. */
export const LOSS_VERDICTS = ['control-plane-lost', 'down', 'degraded', 'survives'] as const;
export type LossVerdict = (typeof LOSS_VERDICTS)[number];

/**
 * What a zone's loss leaves once everything has settled. Verdicts are the matrix': `survives` if every workload has the
 * pods that it needs and no Service drops a request, `down` if a workload or a Service has nothing left. Databases and file
 * systems are judged by neither.
 */
export interface ZoneLoss {
  /** Zone name. */
  readonly zone: string;
  readonly verdict: LossVerdict;
  /** Pods that workloads need (a PodDisruptionBudget's, else `neededShare`, else all), and how many of them still run. */
  readonly needed: number;
  readonly running: number;
  /** running / needed; 1 where none is needed. */
  readonly share: number;
  /** Pods that die with the zone, before anything is replaced, of all that run. */
  readonly podsLost: number;
  readonly podsBefore: number;
  /** Share of requests dropped, of the Service that drops most. */
  readonly dropped: number;
}

export interface VariantFigures {
  /** USD a month, before any loss. */
  readonly totalMonthly: number;
  /** Of it: transfer between zones. */
  readonly crossZoneMonthly: number;
  /** Pods that wait for a node, before any loss. */
  readonly pending: number;
  /** The zone whose loss is worst: by verdict, then by share; of equally bad ones the first by letter. */
  readonly worstLoss: ZoneLoss;
}

export interface Variant extends VariantFigures {
  /** `drawn`, or `zones=2 hints=on`: stable for a design. */
  readonly id: string;
  /** Where it differs from the design as drawn. */
  readonly settings: readonly Setting[];
  /** Null for the design as drawn. */
  readonly edit: Edit | null;
  /** No other variant is at most as dear and at least as resilient, and one of them strictly. */
  readonly isOnFrontier: boolean;
}
