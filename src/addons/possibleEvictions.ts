import type { Catalog } from '../catalog/catalog';
import { place } from '../cluster/place';
import { descheduleInAnyOrder, type PossibleEvictions } from '../descheduler/anyOrder';
import { readDeschedulerCluster } from '../descheduler/cluster';
import { deschedulerPolicy } from '../descheduler/deschedulerPolicy';
import type { Design } from '../design/schema';
import { growOf } from './grow';

/** Orders that are tried, the one by name among them. */
const RUNS = 20;
const SEED = 1;

/**
 * What the first cycle of a design's descheduler may evict: a real one lists nodes and pods in random order, and takes
 * others of the same kind. A sample of orders, the same each time; null without a descheduler.
 */
export function possibleEvictions(design: Design, catalog: Catalog): PossibleEvictions | null {
  const { descheduler } = design.settings.addons;
  if (descheduler === undefined) return null;
  const placed = place(design, catalog);
  const { objects } = growOf(design)?.(placed, new Set()).placed ?? placed;
  const { stable, counts, always, candidates } = descheduleInAnyOrder(readDeschedulerCluster(objects), deschedulerPolicy(descheduler.strategies), { runs: RUNS, seed: SEED });
  return { stable, counts, always, candidates };
}
