import type { Expander } from './expander';
import { highest } from './expander';

/** Most pods helped. */
export const mostPods: Expander = (options) => highest(options, ({ pods }) => pods.length);
