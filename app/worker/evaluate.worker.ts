import { expose } from 'comlink';
import { hasAddons } from '#engine/addons/hasAddons';
import type { Placed } from '#engine/cluster/cluster';
import type { Catalog } from '#engine/catalog/catalog';
import type { Design } from '#engine/design/schema';
import { createEvaluator } from '#engine/evaluator';
import type { Aftermath, Evaluation, Progress } from '#engine/evaluation';
import type { Messages } from '#engine/findings/messages/en';
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

/** What add-ons do; most designs have none, so it comes with the first that has. */
let withAddons: ((placed: Placed) => Placed) | null = null;
/** What findings say, by language; each comes when it is first asked for. */
const messages = new Map<Language, Messages>();
const sources: Readonly<Record<Language, () => Promise<Messages>>> = {
  en: async () => (await import('#engine/findings/messages/en')).en,
  ko: async () => (await import('#engine/findings/messages/ko')).ko,
};
const evaluator = createEvaluator(
  (placed) => withAddons?.(placed) ?? placed,
  (language) => {
    const known = messages.get(language);
    if (known === undefined) throw new Error(`the texts of findings in ${language} are not loaded`);
    return known;
  },
);

/** All that a design needs besides the evaluator. */
async function partsOf(design: Design, language: Language): Promise<Catalog> {
  if (!messages.has(language)) messages.set(language, await sources[language]());
  if (hasAddons(design)) ({ withAddons } = await import('#engine/addons/withAddons'));
  return catalogOf(design);
}

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
  evaluate: async (design, language) => evaluator.evaluate(design, await partsOf(design, language), { language, onProgress: reporter() }),
  watch: (onProgress) => {
    watcher = onProgress;
  },
  simulate: async (design, scenario, language) => evaluator.simulate(design, await partsOf(design, language), scenario, { language }),
};

expose(engine);
