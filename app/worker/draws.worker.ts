import { expose } from 'comlink';
import type { Design } from '#engine/design/schema';
import { drawOutcomes, summarizeDraws } from '#engine/draws/draws';
import type { DrawsSummary } from '#engine/draws/draws';
import { drawsOf } from '#engine/draws/drawOutcome';
import type { DrawOutcome } from '#engine/draws/drawOutcome';
import { catalogOf } from './catalogOf';

/** What the page asks of the worker that draws; to cancel it is to end it. */
export interface Drawer {
  /** Makes up to `count` draws; tells of those so far now and then. */
  readonly draw: (design: Design, count: number, onProgress: (summary: DrawsSummary) => void) => Promise<DrawsSummary>;
}

/** Milliseconds between two reports. */
const reportEvery = 150;

const drawer: Drawer = {
  draw: async (design, count, onProgress) => {
    const catalog = await catalogOf(design);
    const byName = drawsOf(design, catalog)(null);
    const outcomes: DrawOutcome[] = [];
    let reported = performance.now();
    for (const outcome of drawOutcomes(design, catalog, count)) {
      outcomes.push(outcome);
      if (performance.now() - reported < reportEvery) continue;
      onProgress(summarizeDraws(byName, outcomes));
      reported = performance.now();
    }
    return summarizeDraws(byName, outcomes);
  },
};

expose(drawer);
