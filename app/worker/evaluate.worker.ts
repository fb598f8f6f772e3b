import { expose } from 'comlink';
import type { Design } from '#engine/design/schema';
import { createEvaluator } from '#engine/evaluator';
import type { Aftermath, Evaluation, Progress } from '#engine/evaluation';
import type { Language } from '../i18n/language';
import type { Scenario } from '../stores/session';
import { catalogOf } from './catalogOf';

/** What the page asks of the engine; answers are plain data, so they can cross over. */
export interface Engine {
  readonly evaluate: (design: Design, language: Language) => Promise<Evaluation>;
  /** Is told how far an evaluation is that takes long. */
  readonly watch: (onProgress: (progress: Progress) => void) => void;
  readonly simulate: (design: Design, scenario: Scenario, language: Language) => Promise<Aftermath>;
}

const evaluator = createEvaluator();

/** Milliseconds: before the first report of an evaluation, and from one to the next. */
const patience = 500;
const reportEvery = 250;
let watcher: ((progress: Progress) => void) | null = null;

function reporter(): (progress: Progress) => void {
  let next = performance.now() + patience;
  return (progress) => {
    const now = performance.now();
    if (now < next) return;
    next = now + reportEvery;
    watcher?.(progress);
  };
}

const engine: Engine = {
  evaluate: async (design, language) => evaluator.evaluate(design, await catalogOf(design), { language, onProgress: reporter() }),
  watch: (onProgress) => {
    watcher = onProgress;
  },
  simulate: async (design, scenario, language) => evaluator.simulate(design, await catalogOf(design), scenario, { language }),
};

expose(engine);
