import type { Variant } from '#engine/variants/variant';

/** What chart and table have in common: each shows what is pointed at in the other. */
export interface VariantsView {
  readonly variants: readonly Variant[];
  readonly drawn: Variant;
  /** Ids; null: none. Of a design that is shown no more, no variant can be opened. */
  readonly pointed: string | null;
  readonly open: string | null;
  readonly onPoint: (id: string | null) => void;
  readonly onPress: (variant: Variant) => void;
}
