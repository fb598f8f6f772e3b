import type { Drain } from '#engine/maintenance/drain';
import type { Upgrade } from '#engine/maintenance/upgrade';
import type { ZonalShift } from '#engine/maintenance/zonalShift';

export const kinds = ['drainNode', 'drainZone', 'shift', 'upgrade'] as const;

/** What is planned; which of the fields count depends on the kind. */
export interface Work {
  readonly kind: (typeof kinds)[number];
  readonly node: string;
  readonly zone: string;
  /** Entity id. */
  readonly group: string;
  readonly loadBalancersToo: boolean;
  readonly maxUnavailable: number;
  readonly minHealthyPercentage: number;
}

export type Planned =
  | { readonly kind: 'drain'; readonly drain: Drain }
  | { readonly kind: 'shift'; readonly shift: ZonalShift }
  | { readonly kind: 'upgrade'; readonly upgrade: Upgrade | null };
