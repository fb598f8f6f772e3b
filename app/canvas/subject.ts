import type { PaletteItem } from './palette';

/** What a gesture holds. */
export type Subject =
  | { readonly type: 'new'; readonly item: PaletteItem }
  /** `grabbed` is the zone that the pointer was over at the start: bands move by as many columns as the pointer. */
  | { readonly type: 'entities'; readonly ids: readonly string[]; readonly grabbed: string | null }
  | { readonly type: 'pod'; readonly pod: string }
  | { readonly type: 'band'; readonly id: string; readonly edge: 'start' | 'end' }
  | { readonly type: 'link'; readonly from: string };
