/** Where a node's numbers are in `FastState.use` and `Frame.room`: `slot * STRIDE` plus one of these. */
export const STRIDE = 8;
export const MILLI_CPU = 0;
export const MEMORY = 1;
export const EPHEMERAL_STORAGE = 2;
export const NON_ZERO_MILLI_CPU = 3;
export const NON_ZERO_MEMORY = 4;
export const PODS = 5;
/** Of any kind; how many a node can attach is not in `Frame.room` but in `FastState.attachable`. */
export const VOLUMES = 6;
