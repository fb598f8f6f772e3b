import { wrap } from 'comlink';
import type { Remote } from 'comlink';
import { create } from 'zustand';
import type { StoreApi, UseBoundStore } from 'zustand';
import type { Design } from '#engine/design/schema';
import type { Analyses } from './analyses.worker';
import { crashOf } from './crash';
import type { StepsDone } from './stepsDone';

export interface AnalysisState<Answer> {
  readonly status: 'none' | 'running' | 'done' | 'stopped' | 'error';
  /** The design that was asked about. */
  readonly design: Design | null;
  /** While it runs, what is known so far. */
  readonly answer: Answer | null;
  /** Where it tells how far it is. */
  readonly steps: StepsDone | null;
  readonly error?: string | undefined;
}

/** A question about a design that is asked on demand, in a worker of its own; its answer stays until the next. */
export interface Analysis<Answer> {
  readonly use: UseBoundStore<StoreApi<AnalysisState<Answer>>>;
  /** A question that is on is given up for the new one. `keep` shows the last answer until the new one is there. */
  readonly start: (design: Design, ask: Ask<Answer>, keep?: boolean) => Promise<void>;
  /** Ends the question; what is known stays. */
  readonly stop: () => void;
}

export type Ask<Answer> = (analyses: Remote<Analyses>, show: (answer: Answer) => void, tell: (steps: StepsDone) => void) => Promise<Answer>;

export function createAnalysis<Answer>(): Analysis<Answer> {
  const use = create<AnalysisState<Answer>>()(() => ({ status: 'none', design: null, answer: null, steps: null }));
  let worker: Worker | null = null;
  const end = () => {
    worker?.terminate();
    worker = null;
  };
  return {
    use,
    start: async (design, ask, keep = false) => {
      end();
      const own = new Worker(new URL('./analyses.worker.ts', import.meta.url), { type: 'module', name: 'analyses' });
      worker = own;
      use.setState({ status: 'running', design, steps: null, error: undefined, ...(keep ? {} : { answer: null }) });
      const finish = (state: Partial<AnalysisState<Answer>>) => {
        if (worker !== own) return;
        end();
        use.setState(state);
      };
      const show = (answer: Answer) => {
        if (worker === own) use.setState({ answer });
      };
      const tell = (steps: StepsDone) => {
        if (worker === own) use.setState({ steps });
      };
      try {
        finish({ status: 'done', answer: await Promise.race([ask(wrap<Analyses>(own), show, tell), crashOf(own, 'analysis')]) });
      } catch (error) {
        finish({ status: 'error', error: error instanceof Error ? error.message : String(error) });
      }
    },
    stop: () => {
      if (worker === null) return;
      end();
      use.setState({ status: 'stopped' });
    },
  };
}

/** Whether an answer about one design is one about the other: all that is evaluated is alike. */
export function isAboutSame(a: Design, b: Design): boolean {
  return a.entities === b.entities && a.links === b.links && a.settings === b.settings;
}
