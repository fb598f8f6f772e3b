import { compareBytes } from '../../byteOrder';
import type { Placed } from '../../cluster/cluster';
import type { Design } from '../../design/schema';
import { baselineOf } from '../../failure/baseline';
import type { ChangeSize, Guarantee } from '../explanation';
import { changedValues } from './changedValues';

/** What a change may give up, the least first: comfort, then where pods run, then what others or the data rely on. */
export const guarantees = [
  'requests',
  'volumeZones',
  'nodeChoice',
  'together',
  'evenness',
  'spread',
  'apart',
  'reserved',
  'blockStorage',
  'singleWriter',
  'hostPort',
  'gates',
] as const satisfies readonly Guarantee[];

export function monthlyOf(placed: Placed): number {
  return baselineOf(placed).cost.totalMonthly;
}

/** What a change is between two placements, before any loss; `monthly` is what the first one costs. */
export function sizeOf(before: Design, monthly: number, after: Placed, weakens: readonly (Guarantee | null)[]): ChangeSize {
  const changed = changedValues(before, after.design);
  const entities = new Set(changed.map(([entity]) => entity));
  return {
    entities: entities.size,
    fields: changed.length,
    weakens: guarantees.flatMap((each) => weakens.filter((given) => given === each).map(() => each)),
    pods: after.cluster.pods.filter(({ workload }) => entities.has(workload)).length,
    // Whole cents: a difference of two sums has a tail of binary digits.
    monthly: Math.round((monthlyOf(after) - monthly) * 100) / 100,
  };
}

/**
 * The order of sizes: what is touched of the design (entities, then fields), then what is given up (nothing first, then by
 * the gravest, see `guarantees`), then pods made anew, then USD a month.
 */
export function compareSizes(a: ChangeSize, b: ChangeSize): number {
  return a.entities - b.entities || a.fields - b.fields || compareLosses(a.weakens, b.weakens) || a.pods - b.pods || a.monthly - b.monthly;
}

/** By the gravest guarantee, then by the next. */
function compareLosses(a: ChangeSize['weakens'], b: ChangeSize['weakens']): number {
  const ranks = (of: ChangeSize['weakens']) => of.map((each) => guarantees.indexOf(each)).reverse();
  const [ours, theirs] = [ranks(a), ranks(b)];
  const at = ours.findIndex((rank, i) => rank !== theirs[i]);
  return at === -1 ? ours.length - theirs.length : (ours[at] ?? -1) - (theirs[at] ?? -1);
}

/** The smallest first; alike ones by id. */
export function bySize<Sized extends { readonly id: string; readonly size: ChangeSize }>(a: Sized, b: Sized): number {
  return compareSizes(a.size, b.size) || compareBytes(a.id, b.id);
}
