import { expose } from 'comlink';
import { settledPlacement } from '#engine/addons/settledPlacement';
import type { Design } from '#engine/design/schema';
import { baselineOf } from '#engine/failure/baseline';
import { walk } from '#engine/requestWalk/walk';
import type { Walk } from '#engine/requestWalk/walk';
import { walkable } from '#engine/requestWalk/walkable';
import type { Scenario } from '../stores/session';
import { catalogOf } from './catalogOf';

export interface Walker {
  /** Places and routes a design, whole or settled after a loss; walks are through the last one. */
  readonly open: (design: Design, scenario: Scenario | null) => Promise<void>;
  readonly walk: (link: string, choices: readonly string[]) => Promise<Walk | null>;
}

let moment: Promise<ReturnType<typeof walkable>> | null = null;

const walker: Walker = {
  open: async (design, scenario) => {
    moment = catalogOf(design).then((catalog) => walkable(baselineOf(settledPlacement(design, catalog)), scenario));
    await moment;
  },
  walk: async (link, choices) => (moment === null ? null : walk(await moment, link, choices)),
};

expose(walker);
