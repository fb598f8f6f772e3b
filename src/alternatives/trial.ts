import { withAddons } from '../addons/withAddons';
import type { Catalog } from '../catalog/catalog';
import type { Placed } from '../cluster/cluster';
import { expand } from '../cluster/expand';
import { looksAlike } from '../cluster/looksAlike';
import { place, placeAlike, placeCluster } from '../cluster/place';
import { applyEdit, type Edit } from '../design/edit';
import type { Design } from '../design/schema';
import { baselineOf, type Baseline } from '../failure/baseline';
import { figuresOf, type MeasuredFigures } from './figures';

/** A design placed once, and what edits of it come to. */
export interface Trial {
  readonly baseline: Baseline;
  /** Null where the edit cannot be, or leaves no such Service. */
  readonly with: (edit: Edit, service: string) => MeasuredFigures | null;
}

/** Pods are placed anew only where an edit changes what the scheduler reads. Without a seed the design's own draws. */
export function trialOf(design: Design, catalog: Catalog, seed?: number): Trial {
  const options = seed === undefined ? {} : { seed };
  const scheduled = place(design, catalog, options);
  const placedWith = (next: Design): Placed => {
    const cluster = expand(next, catalog);
    return looksAlike(scheduled.cluster, cluster) ? placeAlike(scheduled, next, cluster) : placeCluster(next, catalog, cluster, options);
  };
  return {
    baseline: baselineOf(withAddons(scheduled)),
    with: (edit, service) => {
      const edited = applyEdit(design, edit);
      return edited.ok ? figuresOf(baselineOf(withAddons(placedWith(edited.value))), service) : null;
    },
  };
}
