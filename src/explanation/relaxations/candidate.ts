import type { Edit } from '../../design/edit';
import { entityById } from '../../design/tree';
import type { Design, Workload } from '../../design/schema';
import type { Watched } from '../../scheduling/schedule';
import type { Guarantee } from '../explanation';
import type { Messages } from '../messages/en';

/** Something that could be relaxed, step by step, the least first: the first step that lets the pod run is taken. */
export interface Candidate {
  readonly id: string;
  /** What the design no longer promises with it; null: nothing. */
  readonly weakens: Guarantee | null;
  readonly steps: readonly Step[];
}

export interface Step {
  /** Says how far the step goes, too. */
  readonly id: string;
  readonly label: (say: Messages['relaxations']) => string;
  /** The same change of whichever design, so that two of them add up even in one field. */
  readonly edit: (design: Design) => Edit;
}

/** What candidates are found from: a pod that waits, and its last turn. */
export interface Waiting {
  readonly design: Design;
  readonly workload: Workload;
  readonly last: Watched;
  /** Names of the plugins that refuse the pod. */
  readonly refusedBy: ReadonlySet<string>;
}

/** A candidate of one step. */
export function change(weakens: Guarantee | null, step: Step): Candidate {
  return { id: step.id, weakens, steps: [step] };
}

/** Sets fields of a workload by what it is in the design that is changed. */
export function ofWorkload({ id }: Workload, fields: (now: Workload) => Readonly<Record<string, unknown>>): Step['edit'] {
  return (design) => {
    const now = entityById(design, id);
    return { type: 'set', id, fields: now?.kind === 'workload' ? fields(now) : {} };
  };
}

/** Replaces an item of a list; a list that has none there stays. */
export function withItem<Item>(list: readonly Item[], at: number, replace: (item: Item) => Item): readonly Item[] {
  return list.map((item, i) => (i === at ? replace(item) : item));
}
