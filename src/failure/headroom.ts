import { settledPlacement } from '../addons/settledPlacement';
import type { Catalog } from '../catalog/catalog';
import { applyEdit, type Edit } from '../design/edit';
import type { AutoScalingGroup, Design } from '../design/schema';
import { entitiesOf, zoneName, zonesOf } from '../design/tree';
import { lackingCapacity } from '../findings/lackingCapacity';
import { lossOf } from './scenario';
import { settle } from './settle';

/** How many instances each group needs so that after any one zone's loss no pod waits for room. */
export interface Headroom {
  /**
   * `enough`: as it is. `grown`: with these counts. `not-found`: no counts that were tried are enough; a pod may be larger
   * than any instance of the groups, or the groups that it may use may all be in the lost zone.
   */
  readonly outcome: 'enough' | 'grown' | 'not-found';
  /** The groups that grow. */
  readonly groups: readonly { readonly id: string; readonly before: number; readonly after: number }[];
  /** Sets the counts; null where nothing grows. Tried out: it has been placed, and every zone of it lost. */
  readonly edit: Edit | null;
  /** No group that grows can do with one instance less. False where the trials ran out before that was known. */
  readonly smallest: boolean;
  /** Designs that were placed and lost zone by zone. */
  readonly trials: number;
}

/** Enough for a dozen groups that must grow together, and dozens of which one is enough. */
const MOST_TRIALS = 150;
/** Instances that a group may be given more. */
const MOST_ADDED = 512;

/**
 * Searches group by group: first whether one group alone can make the room (the smallest growth wins), else all grow
 * together and then each shrinks as far as it can. More instances never hurt, so that what is too much can be halved.
 */
export function headroom(design: Design, catalog: Catalog, mostTrials = MOST_TRIALS): Headroom {
  const groups = entitiesOf(design, 'autoScalingGroup');
  const none = groups.map(() => 0);
  const lacking = mostLacking(design, catalog);
  let trials = 1;
  const isEnough: Trial = (added) => {
    if (trials >= mostTrials) return null;
    trials++;
    const grown = applyEdit(design, editOf(groups, added));
    return grown.ok && mostLacking(grown.value, catalog) === 0;
  };
  const answer = (outcome: Headroom['outcome'], added: readonly number[], smallest: boolean): Headroom => ({
    outcome,
    groups: groups.flatMap(({ id, desired }, i) => ((added[i] ?? 0) === 0 ? [] : { id, before: desired, after: desired + (added[i] ?? 0) })),
    edit: outcome === 'grown' ? editOf(groups, added) : null,
    smallest,
    trials,
  });
  if (lacking === 0) return answer('enough', none, true);

  // One instance a waiting pod; twice that where a lost zone's share of them is not launched elsewhere.
  const most = Math.min(2 * lacking, MOST_ADDED);
  const all = groups.map(() => most);
  if (isEnough(all) !== true) return answer('not-found', none, false);
  const alone = groups.flatMap((_, i) => (isEnough(none.with(i, most)) === true ? shrunk(none.with(i, most), [i], isEnough) : [])).sort((a, b) => sum(a.added) - sum(b.added))[0];
  if (alone !== undefined) return answer('grown', alone.added, alone.smallest);
  // Even growth first: shrunk one after the other from far too much, the last would have to make all the room.
  let together = shrunk(all, [...groups.keys()], isEnough);
  for (const i of groups.keys()) {
    const { added, smallest } = shrunk(together.added, [i], isEnough);
    together = { added, smallest: together.smallest && smallest };
  }
  return answer('grown', together.added, together.smallest);
}

/** Whether so many more instances in each group are enough; null: not tried any more. */
type Trial = (added: readonly number[]) => boolean | null;

interface Shrunk {
  readonly added: readonly number[];
  readonly smallest: boolean;
}

/** The smallest growth of some groups, the same in each, that is enough beside that of the others; `added` is enough. */
function shrunk(added: readonly number[], groups: readonly number[], isEnough: Trial): Shrunk {
  const withCount = (count: number) => added.map((each, i) => (groups.includes(i) ? count : each));
  let low = -1;
  let high = added[groups[0] ?? 0] ?? 0;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    const enough = isEnough(withCount(middle));
    if (enough === null) return { added: withCount(high), smallest: false };
    if (enough) high = middle;
    else low = middle;
  }
  return { added: withCount(high), smallest: true };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}

/** Pods that wait for room after the loss of a zone, of the zone for which they are most. */
function mostLacking(design: Design, catalog: Catalog): number {
  const placed = settledPlacement(design, catalog);
  return Math.max(0, ...zonesOf(design).map((zone) => lackingCapacity({ design, placed }, settle(placed, lossOf(placed, { zones: [zoneName(design, zone)], nodes: [] }))).length));
}

function editOf(groups: readonly AutoScalingGroup[], added: readonly number[]): Edit {
  return { type: 'all', edits: groups.flatMap((group, i) => grown(group, added[i] ?? 0)) };
}

/** Where instances per zone are set by hand, each goes to the zone with the fewest. */
function grown(group: AutoScalingGroup, more: number): readonly Edit[] {
  if (more === 0) return [];
  const desired = group.desired + more;
  const fields = { desired, max: Math.max(group.max, desired) };
  if (group.instancesPerZone === undefined) return [{ type: 'set', id: group.id, fields }];
  const counts = new Map(group.zones.map((zone) => [zone, group.instancesPerZone?.[zone] ?? 0]));
  for (let n = 0; n < more; n++) {
    const [zone, count] = [...counts].reduce((least, each) => (each[1] < least[1] ? each : least));
    counts.set(zone, count + 1);
  }
  return [{ type: 'set', id: group.id, fields: { ...fields, instancesPerZone: Object.fromEntries(counts) } }];
}
