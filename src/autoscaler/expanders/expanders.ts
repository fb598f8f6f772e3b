import type { Expander } from './expander';
import { leastNodes } from './leastNodes';
import { leastWaste } from './leastWaste';
import { mostPods } from './mostPods';
import { priority } from './priority';
import { random } from './random';

/** By their names in `--expander`; `price` is not to be had on AWS. */
export const expanders = {
  'least-waste': leastWaste,
  'most-pods': mostPods,
  'least-nodes': leastNodes,
  priority,
  random,
} as const satisfies Readonly<Record<string, Expander>>;

export type ExpanderName = keyof typeof expanders;
