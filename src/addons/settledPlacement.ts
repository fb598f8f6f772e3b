import type { Catalog } from '../catalog/catalog';
import type { Placed } from '../cluster/cluster';
import { place, type PlaceOptions } from '../cluster/place';
import type { Design } from '../design/schema';
import { withAddons } from './withAddons';

/** The design's cluster once nothing changes any more: pods placed, preemption, scale-up and the descheduler done. */
export function settledPlacement(design: Design, catalog: Catalog, options: PlaceOptions = {}): Placed {
  return withAddons(place(design, catalog, options), options.watch);
}
