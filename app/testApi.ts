import type { Edit, EditResult } from '#engine/design/edit';
import type { Design } from '#engine/design/schema';
import type { Evaluation } from '#engine/evaluation';
import { useDocument } from './stores/document';
import { useEvaluation } from './stores/evaluation';

/** What tests see of the inside of the page; builds for users do not have it. */
export interface TestApi {
  readonly design: () => Design;
  readonly evaluation: () => Evaluation | null;
  readonly dispatch: (edit: Edit) => EditResult;
  readonly open: (design: Design) => void;
  /** Resolves when what is shown belongs to the present design. */
  readonly ready: () => Promise<Evaluation>;
}

declare global {
  interface Window {
    __zonesketch?: TestApi;
  }
}

export function installTestApi(): void {
  window.__zonesketch = {
    design: () => useDocument.getState().design,
    evaluation: () => useEvaluation.getState().evaluation,
    dispatch: (edit) => useDocument.getState().dispatch(edit, { label: 'step.edit' }),
    open: (design) => useDocument.getState().open(design),
    ready: () =>
      new Promise((resolve) => {
        const look = () => {
          const { evaluation, status } = useEvaluation.getState();
          if (evaluation === null || status !== 'idle') return false;
          stop();
          resolve(evaluation);
          return true;
        };
        const stop = useEvaluation.subscribe(() => void look());
        look();
      }),
  };
}
