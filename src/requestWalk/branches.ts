import type { Excluded, Option, Rule } from './stop';

/** A fork with what follows each option; made when somebody goes there, since a tree over all nodes and pods is large. */
export interface Branches {
  readonly rule: Rule;
  readonly options: readonly Branch[];
  readonly excluded: readonly Excluded[];
}

export interface Branch extends Option {
  /** Null at the end of the way. */
  readonly next: (() => Branches) | null;
}
