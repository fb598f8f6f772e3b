import type { FastFilter } from './fastFilter';
import type { FastState } from './fastState';

/** Nodes by reason, of a pod that found none. */
export type Reasons = ReadonlyMap<string, number>;

interface Refused {
  /** `FastState.version` then. */
  readonly version: number;
  /** No node had room, so that only nodes and requests were asked about. */
  readonly byRoom: boolean;
  readonly basis: readonly unknown[];
  readonly reasons: Reasons;
}

const last = new WeakMap<FastState, Refused>();

/**
 * What was said of the pod that last found no node, if the same would be said of this one. Thousands of pods may wait for
 * a zone's volumes or for room: as long as none is placed, one look at all nodes answers for all that ask the same of them.
 */
export function knownRefusal(filter: FastFilter): Reasons | null {
  const known = last.get(filter.state);
  if (known?.version !== filter.state.version) return null;
  const basis = basisOf(filter, known.byRoom);
  return basis?.length === known.basis.length && basis.every((each, i) => each === known.basis[i]) ? known.reasons : null;
}

export function rememberRefusal(filter: FastFilter, byRoom: boolean, reasons: Reasons): void {
  const basis = basisOf(filter, byRoom);
  if (basis !== null) last.set(filter.state, { version: filter.state.version, byRoom, basis, reasons });
}

/** All that the answer comes from beside the numbers of the state, to be compared one by one; null where that is not known. */
function basisOf({ tables, resources, asksNode, volumes, spread, affinity, isFirstOfGroup, antiAffinity, existingAnti }: FastFilter, byRoom: boolean): readonly unknown[] | null {
  if (asksNode) return null;
  const basis: unknown[] = [tables.nodes, resources];
  if (byRoom) return basis;
  for (const { plugin, basis: own } of volumes) {
    const parts = own();
    if (parts === null) return null;
    basis.push(plugin, ...parts);
  }
  basis.push(spread.length, isFirstOfGroup);
  for (const { domainOf, counts, limit } of spread) basis.push(domainOf, counts, limit);
  for (const presences of [affinity, antiAffinity, existingAnti]) {
    basis.push(presences.length);
    for (const { domainOf, counts } of presences) basis.push(domainOf, counts);
  }
  return basis;
}
