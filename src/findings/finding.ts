import type { Edit } from '../design/edit';
import type { Severity } from '../evaluation';
import type { Context } from './context';
import type { Messages } from './messages/en';

/** One thing that can be unwise or wrong in a design. A rule is one file in `rules/` and one line in `rules.ts`. */
export interface Rule {
  /** Stable: programs and lessons rely on it. */
  readonly code: string;
  readonly severity: Severity;
  /** The authority: a page of Kubernetes, etcd, AWS or Istio. */
  readonly link: string;
  /** One problem for each thing concerned, in a stable order; none where all is well. */
  readonly find: (context: Context) => readonly Problem[];
}

export interface Problem {
  /** Entity ids, in any order. */
  readonly entities: readonly string[];
  /** Says it in the language of `say`. */
  readonly message: (say: Messages['findings']) => string;
  /** Edits that mend it, the best first. */
  readonly fixes?: readonly ProposedFix[];
}

export interface ProposedFix {
  /** Stable within the finding. */
  readonly id: string;
  readonly label: (say: Messages['fixes']) => string;
  readonly edit: Edit;
}
