import { create } from 'zustand';
import { applyEdit } from '#engine/design/edit';
import type { Edit, EditResult } from '#engine/design/edit';
import { createHistory, record, redo, undo } from '#engine/design/history';
import type { History } from '#engine/design/history';
import { designSchema } from '#engine/design/schema';
import type { Design } from '#engine/design/schema';

/** How a step is called in the history list and in "Undo ...". */
export interface StepMeta {
  /** A message key or plain text, e.g. `step.move`. */
  readonly label: string;
  /** Steps with the same key that follow each other become one: typing, nudges. */
  readonly coalesce?: string;
}

export interface DocumentState {
  readonly history: History<Design>;
  /** The present design; the same object as `history.present`. */
  readonly design: Design;
  /** Grows with every change of `design`, undo and redo included. */
  readonly revision: number;
  /** Applies an edit as one undoable step; a refused edit changes nothing. */
  readonly dispatch: (edit: Edit, meta: StepMeta) => EditResult;
  readonly undo: () => void;
  readonly redo: () => void;
  /** Puts another design in place as one undoable step: a template, an import, an earlier state. */
  readonly load: (design: Design, meta: StepMeta) => void;
  /** Starts a history of its own: opening another document. */
  readonly open: (design: Design) => void;
}

const untitled: Design = designSchema.parse({ zonesketch: 1 });

/** The document and its history: the only undoable state. */
export const useDocument = create<DocumentState>()((set, get) => {
  const show = (history: History<Design>) => {
    if (history === get().history) return;
    set((state) => ({ history, design: history.present, revision: history.present === state.design ? state.revision : state.revision + 1 }));
  };
  return {
    history: createHistory(untitled),
    design: untitled,
    revision: 0,
    dispatch: (edit, meta) => {
      const result = applyEdit(get().design, edit);
      if (result.ok) show(record(get().history, result.value, meta.label, meta.coalesce));
      return result;
    },
    undo: () => show(undo(get().history)),
    redo: () => show(redo(get().history)),
    load: (design, meta) => show(record(get().history, design, meta.label)),
    open: (design) => show(createHistory(design)),
  };
});
