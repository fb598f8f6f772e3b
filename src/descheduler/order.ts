import { drawOf } from '../scheduling/tieBreak';

/** The order of a list that upstream reads from a hash index or walks as a map: another one in each cycle of a real cluster. */
export type Order = <T>(list: readonly T[]) => readonly T[];

/** Nodes by name, the pods of a node by namespace and name, all else as it was found: one of the possible orders, always the same. */
export const naturalOrder: Order = (list) => list;

/** One of the other orders: the same for the same seed. (Fisher and Yates.) */
export function shuffledOrder(seed: number): Order {
  const draw = drawOf({ kind: 'seed', seed }, () => undefined);
  return <T>(list: readonly T[]): readonly T[] => {
    const shuffled = [...list];
    for (let last = shuffled.length - 1; last > 0; last--) {
      const other = draw(last + 1);
      const item = shuffled[last] as T;
      shuffled[last] = shuffled[other] as T;
      shuffled[other] = item;
    }
    return shuffled;
  };
}
