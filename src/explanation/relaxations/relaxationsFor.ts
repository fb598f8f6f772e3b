import { compareBytes } from '../../byteOrder';
import type { Catalog } from '../../catalog/catalog';
import { applyEdit } from '../../design/edit';
import type { Design } from '../../design/schema';
import type { ExplainOptions } from '../explainPlacement';
import type { Relaxation, Relaxations } from '../explanation';
import { messagesOf } from '../languages';
import type { Candidate, Step } from './candidate';
import { candidatesOf } from './candidates';
import { changedValues, overlap } from './changedValues';
import { bySize, monthlyOf, sizeOf } from './size';
import { trialsOf, type Trial } from './trials';

/**
 * What would let a Pending pod run, the smallest change first (`compareSizes`); two changes together only where no single
 * one is enough, and no two of which one would do. Each was tried on the edited design, after the same loss: the pod runs,
 * and nothing that ran before waits. None for a pod that runs. Costs a placement for each try, a bounded number.
 */
export function relaxationsFor(design: Design, catalog: Catalog, podKey: string, options: ExplainOptions = {}): Relaxations {
  const { language = 'en', loss = null } = options;
  const trials = trialsOf(design, catalog, podKey, options);
  const candidates = candidatesOf(trials.placed, podKey, loss);
  if (candidates === null) return { relaxations: [], isComplete: true };
  const say = messagesOf(language);
  let monthly: number | null = null;

  const relaxationOf = (changes: readonly Change[], trial: Trial): Relaxation => {
    const edits = changes.map(({ edit }) => edit);
    const [only, ...others] = edits;
    monthly ??= monthlyOf(trials.placed);
    const size = sizeOf(design, monthly, trial.placed, changes.map(({ candidate }) => candidate.weakens));
    return {
      id: changes.map(({ step }) => step.id).join('+'),
      label: changes.map(({ step }) => step.label(say.relaxations)).join(' + '),
      edit: only !== undefined && others.length === 0 ? only : { type: 'all', edits },
      node: trial.node ?? '',
      resolved: trial.resolved,
      pending: trial.pending,
      size,
      sizeText: say.size(size),
    };
  };
  /** Whether a step was enough by itself. */
  const tried = new Map<string, boolean>();
  const singles = new Map<string, Relaxation>();
  const firsts: { readonly change: Change; readonly next: readonly Candidate[] }[] = [];

  /** Tries a step by itself; the least one of each candidate that is enough is kept. */
  const tryAlone = (move: Move): void => {
    const change = changeOf(design, move);
    const trial = change === null ? null : trials.run(change.design);
    tried.set(move.step.id, trial?.isProof === true);
    if (change === null || trial === null) return;
    if (trial.isProof) singles.set(move.candidate.id, relaxationOf([change], trial));
    // What stands in the way after it; where the pod runs, but others wait for it, what stood in the way before.
    else if (singles.size === 0) firsts.push({ change, next: candidatesOf(trial.placed, podKey, loss) ?? candidates });
  };
  for (const move of inOrder(candidates)) if (!singles.has(move.candidate.id)) tryAlone(move);

  const pairs = new Map<string, Relaxation>();
  const seen = new Set<string>();
  for (const { change: first, next } of singles.size > 0 ? [] : firsts) {
    for (const move of inOrder(next)) {
      const key = pairOf(first.candidate.id, move.candidate.id);
      const steps = pairOf(first.step.id, move.step.id);
      if (pairs.has(key) || seen.has(steps)) continue;
      seen.add(steps);
      const second = changeOf(first.design, move);
      // Two changes of one thing are one change.
      if (second === null || overlap(changedValues(design, first.design), changedValues(first.design, second.design))) continue;
      const trial = trials.run(second.design);
      if (trial?.isProof !== true) continue;
      if (!tried.has(move.step.id)) tryAlone(move);
      if (tried.get(move.step.id) !== true) pairs.set(key, relaxationOf([first, second], trial));
    }
  }
  const found = singles.size > 0 ? singles : pairs;
  return { relaxations: [...found.values()].sort(bySize), isComplete: trials.isComplete() };
}

function pairOf(a: string, b: string): string {
  return [a, b].sort(compareBytes).join(' + ');
}

interface Move {
  readonly candidate: Candidate;
  readonly step: Step;
}

interface Change extends Move {
  readonly edit: Relaxation['edit'];
  /** With the change made. */
  readonly design: Design;
}

/** The first step of each candidate, then the second of each, and so on: what is small is tried first. */
function inOrder(candidates: readonly Candidate[]): readonly Move[] {
  const most = Math.max(0, ...candidates.map(({ steps }) => steps.length));
  return Array.from({ length: most }, (_, i) =>
    candidates.flatMap((candidate): readonly Move[] => {
      const step = candidate.steps[i];
      return step === undefined ? [] : [{ candidate, step }];
    }),
  ).flat();
}

/** Null where it cannot be, or changes nothing. */
function changeOf(design: Design, move: Move): Change | null {
  const edit = move.step.edit(design);
  const edited = applyEdit(design, edit);
  return edited.ok && changedValues(design, edited.value).length > 0 ? { ...move, edit, design: edited.value } : null;
}
