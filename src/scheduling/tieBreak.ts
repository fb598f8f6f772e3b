/** How one of the best nodes is chosen; upstream draws, so a prediction either says "the first" or names its seed. */
export type TieBreak = { readonly kind: 'first' } | { readonly kind: 'seed'; readonly seed: number };

/** Gives the index of one of `count` things; nothing is drawn where there is no choice. */
export type Draw = (count: number) => number;

/** `first` always gives 0; a seed gives a sequence of even draws that is the same everywhere (mulberry32). */
export function drawOf(tieBreak: TieBreak): Draw {
  if (tieBreak.kind === 'first') return () => 0;
  let state = tieBreak.seed | 0;
  return (count) => {
    if (count < 2) return 0;
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * count);
  };
}
