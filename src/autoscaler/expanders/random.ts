import type { Expander } from './expander';

/** Draws one; here the first, which is one of the answers. */
export const random: Expander = (options) => options.slice(0, 1);
