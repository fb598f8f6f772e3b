import type { Catalog } from '../catalog/catalog';
import { applyEdit, type Edit } from '../design/edit';
import type { Design } from '../design/schema';
import { entitiesOf } from '../design/tree';
import { dimensions } from './dimensions';
import type { Option, Setting } from './variant';

/** More would tell apart what nobody can compare. */
export const MOST_COMBINATIONS = 64;

/** One choice in every dimension, in their order; null: as drawn. */
export type Combination = readonly (Option | null)[];

export interface Combinations {
  readonly tried: readonly Combination[];
  /** How many there are beyond: those that differ in the most dimensions. */
  readonly leftOut: number;
}

/**
 * Every choice that the design as drawn leaves open, combined; as drawn first, then as the dimensions are listed. Whether
 * there is headroom to add is known only once it has been searched for: it counts as a choice wherever there are groups.
 */
export function combinationsOf(design: Design, catalog: Catalog, most = MOST_COMBINATIONS): Combinations {
  const choices = dimensions.map(({ id, options }) => [null, ...options.filter((option) => (id === 'headroom' ? entitiesOf(design, 'autoScalingGroup').length > 0 : option.edit(design, catalog) !== null))]);
  const all = choices.reduce<readonly Combination[]>((combinations, own) => combinations.flatMap((combination) => own.map((choice) => [...combination, choice])), [[]]);
  const kept = new Set(all.toSorted((a, b) => changesIn(a) - changesIn(b)).slice(0, most));
  return { tried: all.filter((combination) => kept.has(combination)), leftOut: all.length - kept.size };
}

function changesIn(combination: Combination): number {
  return combination.filter((choice) => choice !== null).length;
}

/** What a design becomes by the first choices of a combination. */
interface Step {
  readonly design: Design;
  readonly edits: readonly Edit[];
}

export interface Combined {
  readonly design: Design;
  readonly settings: readonly Setting[];
  /** Null: as drawn. */
  readonly edit: Edit | null;
}

/** Makes combinations of a design, what they have in common once; null where a choice changes nothing or cannot be. */
export function combiner(design: Design, catalog: Catalog): (combination: Combination) => Combined | null {
  const steps = new Map<string, Step | null>();
  const stepOf = (combination: Combination): Step | null => {
    if (combination.length === 0) return { design, edits: [] };
    const key = combination.map((choice) => choice?.id ?? '').join(' ');
    let step = steps.get(key);
    if (step === undefined) steps.set(key, (step = taken(stepOf(combination.slice(0, -1)), combination.at(-1) ?? null, catalog)));
    return step;
  };
  return (combination) => {
    const step = stepOf(combination);
    if (step === null) return null;
    const [only, ...others] = step.edits;
    return {
      design: step.design,
      settings: combination.flatMap((choice, i) => {
        const dimension = dimensions[i];
        return choice === null || dimension === undefined ? [] : [{ dimension: dimension.id, option: choice.id }];
      }),
      edit: only === undefined ? null : others.length === 0 ? only : { type: 'all', edits: step.edits },
    };
  };
}

function taken(before: Step | null, choice: Option | null, catalog: Catalog): Step | null {
  if (before === null || choice === null) return before;
  const edit = choice.edit(before.design, catalog);
  if (edit === null) return null;
  const edited = applyEdit(before.design, edit);
  return edited.ok && edited.value !== before.design ? { design: edited.value, edits: [...before.edits, edit] } : null;
}
