import { expose } from 'comlink';
import { loadCatalog } from '#engine/catalog/loadCatalog';
import type { Design } from '#engine/design/schema';
import { evaluate, simulateFailure } from '#engine/evaluate';
import type { Aftermath, Evaluation } from '#engine/evaluation';

/** What the page asks of the engine; answers are plain data, so they can cross over. */
export interface Engine {
  readonly evaluate: (design: Design, language: 'en' | 'ko') => Promise<Evaluation>;
  readonly simulate: (design: Design, scenario: { readonly zones: readonly string[]; readonly nodes: readonly string[] }, language: 'en' | 'ko') => Promise<Aftermath>;
}

const engine: Engine = {
  evaluate: async (design, language) =>
    evaluate(design, await loadCatalog(design.settings.region), { language, seed: design.settings.seed }),
  simulate: async (design, scenario, language) =>
    simulateFailure(design, await loadCatalog(design.settings.region), scenario, { language, seed: design.settings.seed }),
};

expose(engine);
