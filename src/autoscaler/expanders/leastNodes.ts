import type { Expander } from './expander';
import { highest } from './expander';

/** Fewest new nodes. */
export const leastNodes: Expander = (options) => highest(options, ({ nodes }) => -nodes);
