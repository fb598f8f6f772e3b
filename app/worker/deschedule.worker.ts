import { expose } from 'comlink';
import type { PossibleEvictions } from '#engine/descheduler/anyOrder';
import { possibleEvictions } from '#engine/addons/possibleEvictions';
import type { Design } from '#engine/design/schema';
import { catalogOf } from './catalogOf';

export interface Shuffler {
  /** What the first cycle of the descheduler may evict in a real cluster, whose lists come in any order; null without one. */
  readonly possible: (design: Design) => Promise<PossibleEvictions | null>;
}

const shuffler: Shuffler = { possible: async (design) => possibleEvictions(design, await catalogOf(design)) };

expose(shuffler);
