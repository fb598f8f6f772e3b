import type { Catalog } from './catalog/catalog';
import type { Cluster, Placed } from './cluster/cluster';
import { expand } from './cluster/expand';
import { looksAlike } from './cluster/looksAlike';
import { placeAlike, placeCluster, seedOf } from './cluster/place';
import type { Design } from './design/schema';
import { evaluatePlaced, simulatePlaced, type EvaluateOptions } from './evaluatePlaced';
import type { Aftermath, Evaluation } from './evaluation';
import type { Scenario } from './failure/scenario';
import type { Messages } from './findings/messages/en';
import type { Language } from './language';

/** Answers what `evaluate` and `simulateFailure` answer, byte for byte, and sooner where little has changed since. */
export interface Evaluator {
  readonly evaluate: (design: Design, catalog: Catalog, options?: EvaluateOptions) => Evaluation;
  readonly simulate: (design: Design, catalog: Catalog, scenario: Scenario, options?: EvaluateOptions) => Aftermath;
}

/** The design, its state before a gesture, and a few slots that the gesture has passed. */
const KEPT = 4;

/**
 * For a design that is edited again and again. What takes long is placing pods, before and after each loss; both follow
 * from what the scheduler reads, so as long as that stays the same (an edit of prices, Services, traffic or names, an undo,
 * a drag over a slot for the second time) neither is done again. Stages keep by identity what follows from a placement alone
 * (`once`), and the routes of Services that the edit does not touch (`routeAgain`). The rest is cheap and always done anew.
 * `act` is `withAddons`, given by the caller, so that a page loads it only for designs that have add-ons (`hasAddons`);
 * `messagesOf` is what findings say, so that it loads only the language that it shows.
 */
export function createEvaluator(act: (placed: Placed) => Placed, messagesOf: (language: Language) => Messages): Evaluator {
  /** As the scheduler left them; the newest first. */
  let recent: readonly Placed[] = [];

  const placedOf = (given: Design, catalog: Catalog, options: EvaluateOptions): Placed => {
    const design = recent.reduceRight((next, placed) => withObjectsOf(placed.design, next), given);
    const cluster = expand(design, catalog);
    const seed = seedOf(design, options);
    const known = recent.find((placed) => isPlacementOf(placed, design, catalog, cluster, seed));
    const placed = known === undefined ? placeCluster(design, catalog, cluster, options) : placeAlike(known, design, cluster);
    recent = [placed, ...recent.filter((each) => each !== known)].slice(0, KEPT);
    return act(placed);
  };

  return {
    evaluate: (design, catalog, options = {}) => evaluatePlaced(placedOf(design, catalog, options), options, messagesOf(options.language ?? 'en')),
    simulate: (design, catalog, scenario, options = {}) => simulatePlaced(placedOf(design, catalog, options), scenario),
  };
}

function isPlacementOf(placed: Placed, design: Design, catalog: Catalog, cluster: Cluster, seed: number | null): boolean {
  if (placed.catalog !== catalog || placed.seed !== seed || placed.design.settings.kubernetesVersion !== design.settings.kubernetesVersion) return false;
  return looksAlike(placed.cluster, cluster);
}

/**
 * `next` with the objects of `before` where they say the same: stages remember things by object, and a design that comes
 * out of a message is all new ones.
 */
function withObjectsOf(before: Design, next: Design): Design {
  if (next === before) return before;
  return { ...next, settings: same(before.settings, next.settings), entities: sameItems(before.entities, next.entities), links: sameItems(before.links, next.links) };
}

function sameItems<Item extends { readonly id: string }>(before: readonly Item[], next: readonly Item[]): readonly Item[] {
  const known = new Map(before.map((item) => [item.id, item]));
  return next.map((item) => same(known.get(item.id), item));
}

function same<T extends object>(before: T | undefined, next: T): T {
  return before !== undefined && saysTheSame(before, next) ? before : next;
}

/** The order of keys included: fixes repeat what the design says as it says it. */
function saysTheSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (!isObject(a) || !isObject(b) || Array.isArray(a) !== Array.isArray(b)) return false;
  const [keys, others] = [Object.keys(a), Object.keys(b)];
  return keys.length === others.length && keys.every((key, i) => key === others[i] && saysTheSame(a[key], b[key]));
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
