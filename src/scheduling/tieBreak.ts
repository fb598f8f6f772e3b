/** How one of the best nodes is chosen; upstream draws, so a prediction either says "the first" or names its seed. */
export type TieBreak = { readonly kind: 'first' } | { readonly kind: 'seed'; readonly seed: number };

export function tieBreakOf(seed: number | null): TieBreak {
  return seed === null ? { kind: 'first' } : { kind: 'seed', seed };
}

/** Gives the index of one of `count` things; nothing is drawn where there is no choice. */
export type Draw = (count: number) => number;

/** `first` always gives 0; a seed gives a sequence of even draws that is the same everywhere (mulberry32), each told to `onDraw`. */
export function drawOf(tieBreak: TieBreak, onDraw: () => void): Draw {
  if (tieBreak.kind === 'first') return () => 0;
  let state = tieBreak.seed | 0;
  return (count) => {
    if (count < 2) return 0;
    onDraw();
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * count);
  };
}

/**
 * Draws for what is placed later, independent of those before: `event` tells apart what it is placed for. Without it a pod
 * that is placed again would be dealt the same numbers again. (MurmurHash3's finalizer.)
 */
export function drawnAnew(tieBreak: TieBreak, event: number): TieBreak {
  if (tieBreak.kind === 'first') return tieBreak;
  let mixed = tieBreak.seed ^ Math.imul(event, 0x9e3779b1);
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return { kind: 'seed', seed: (mixed ^ (mixed >>> 16)) >>> 0 };
}
