import type { Edit } from '../design/edit';
import type { ServiceEntity } from '../design/schema';
import type { ServiceTraffic, WorkloadVerdict } from '../evaluation';
import type { Messages } from './messages/en';
import type { Subject } from './subject';

/** One field that could be otherwise for a Service. A kind is one file in `kinds/` and one line in `alternativeKinds.ts`. */
export interface AlternativeKind {
  /** The field, as the API or AWS name it. */
  readonly field: string;
  /** Every other value that applies to this Service; none where the field plays no part in its traffic. */
  readonly propose: (subject: Subject) => readonly Proposal[];
}

export interface Proposal {
  /** Stable within the Service. */
  readonly id: string;
  readonly label: (say: Messages) => string;
  readonly edit: Edit;
}

/** What a Service is like, today or with an alternative. */
export interface Figures {
  readonly traffic: ServiceTraffic;
  /** Bytes that cross a zone border, each once a crossing, whether charged or not: GB a month (730 h), of the links to this Service. */
  readonly crossZoneGb: number;
  /** What of that is charged: USD a month, of the links to this Service and of all. */
  readonly crossZoneMonthly: number;
  readonly allCrossZoneMonthly: number;
  /** USD a month, of the whole design. */
  readonly totalMonthly: number;
  /** Pods of the whole design that wait for a node. */
  readonly pending: number;
  /** The zone whose loss is worst for this Service; null without zones. */
  readonly worstLoss: WorstLoss | null;
}

export interface WorstLoss {
  readonly zone: string;
  /** Of the Service and the workloads behind it; `degraded` also where some of its requests are dropped or the control plane is lost. */
  readonly verdict: WorkloadVerdict;
  readonly dropped: number;
  readonly skew: number | null;
}

/** A figure that is the better the smaller it is; a verdict by its rank. */
export type FigureName = 'skew' | 'dropped' | 'crossZoneShare' | 'crossZoneGb' | 'crossZoneMonthly' | 'allCrossZoneMonthly' | 'totalMonthly' | 'pending' | 'verdict' | 'droppedAfterLoss';

export interface Alternative {
  readonly field: string;
  readonly id: string;
  readonly label: string;
  readonly edit: Edit;
  readonly figures: Figures;
  /** What changes against today; what stays as it is is not in it. */
  readonly changes: Readonly<Partial<Record<FigureName, 'better' | 'worse'>>>;
}

/** A Service as it is, and everything else that it could be, in the order of the list of kinds: no opinion. */
export interface ServiceAlternatives {
  /** Entity id. */
  readonly service: ServiceEntity['id'];
  /** `namespace/name` */
  readonly name: string;
  readonly today: Figures;
  readonly alternatives: readonly Alternative[];
}
