/** Undo and redo as a value. `T` is compared by identity: undo gives back the very object that was there before. */
export interface History<T> {
  readonly past: readonly Step<T>[];
  readonly present: T;
  readonly future: readonly Step<T>[];
}

export interface Step<T> {
  /** The value on the other side of the step. */
  readonly value: T;
  /** What the user did, for "Undo …". */
  readonly label: string;
  /** Steps in a row with the same key are one: typing in a field, nudging a slider. */
  readonly coalesce?: string;
}

/** As many steps as are kept: beyond, the oldest is forgotten. */
const limit = 500;

export function createHistory<T>(present: T): History<T> {
  return { past: [], present, future: [] };
}

/** Makes `next` the present. Nothing changes where it already is; redo is gone, since it would not fit any more. */
export function record<T>(history: History<T>, next: T, label: string, coalesce?: string): History<T> {
  if (next === history.present) return history;
  const last = history.past.at(-1);
  if (coalesce !== undefined && last?.coalesce === coalesce && history.future.length === 0) {
    return { ...history, present: next };
  }
  const step: Step<T> = { value: history.present, label, ...(coalesce !== undefined && { coalesce }) };
  return { past: [...history.past.slice(-(limit - 1)), step], present: next, future: [] };
}

export function undo<T>(history: History<T>): History<T> {
  const step = history.past.at(-1);
  if (step === undefined) return history;
  return {
    past: history.past.slice(0, -1),
    present: step.value,
    future: [{ value: history.present, label: step.label }, ...history.future],
  };
}

export function redo<T>(history: History<T>): History<T> {
  const [step, ...future] = history.future;
  if (step === undefined) return history;
  return { past: [...history.past, { value: history.present, label: step.label }], present: step.value, future };
}
