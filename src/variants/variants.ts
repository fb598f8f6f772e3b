import { withAddons } from '../addons/withAddons';
import type { Catalog } from '../catalog/catalog';
import type { Placed } from '../cluster/cluster';
import { expand } from '../cluster/expand';
import { looksAlike } from '../cluster/looksAlike';
import { placeAlike, placeCluster } from '../cluster/place';
import type { Design } from '../design/schema';
import { baselineOf } from '../failure/baseline';
import { combinationsOf, combiner } from './combinations';
import { figuresOf } from './figures';
import { frontierOf } from './frontier';
import type { Variant } from './variant';

/*
 * What resilience costs: the design in every combination of a few choices, each with its bill and its worst zone's loss.
 *
 *   design ─> dimensions ─> combinations ─> the edited design, placed, charged, and every zone lost once ─> frontier
 *
 * One after the other, so that it can be stopped and followed.
 */

export interface Variants {
  /** As drawn first, then in the order of the dimensions' options. */
  readonly variants: readonly Variant[];
  /** Combinations that have been tried, and are to be; one that changes nothing more is no variant. */
  readonly done: number;
  readonly wanted: number;
  /** Combinations that are not tried: those that differ in the most dimensions. */
  readonly leftOut: number;
}

/** Answers after every combination; the frontier is that of the variants so far. Nothing without zones. */
export function* variantsOf(design: Design, catalog: Catalog, most?: number): Generator<Variants, void> {
  const { tried, leftOut } = combinationsOf(design, catalog, most);
  const combined = combiner(design, catalog);
  const figures = judge(catalog);
  const found: Omit<Variant, 'isOnFrontier'>[] = [];
  for (const [i, combination] of tried.entries()) {
    const variant = combined(combination);
    const own = variant === null ? null : figures(variant.design);
    if (variant !== null && own !== null) {
      const { settings, edit } = variant;
      found.push({ id: settings.length === 0 ? 'drawn' : settings.map(({ dimension, option }) => `${dimension}=${option}`).join(' '), settings, edit, ...own });
    }
    const frontier = new Set(frontierOf(found));
    yield { variants: found.map((each) => ({ ...each, isOnFrontier: frontier.has(each) })), done: i + 1, wanted: tried.length, leftOut };
  }
}

/** Pods are placed anew only where a design differs from the one before in what the scheduler reads. */
function judge(catalog: Catalog): (design: Design) => ReturnType<typeof figuresOf> {
  let before: Placed | null = null;
  return (design) => {
    const cluster = expand(design, catalog);
    before = before !== null && looksAlike(before.cluster, cluster) ? placeAlike(before, design, cluster) : placeCluster(design, catalog, cluster, {});
    return figuresOf(baselineOf(withAddons(before)));
  };
}
