import type { Pod } from '../../kubernetes/objects';
import type { NodeGroup } from '../nodeGroup';
import type { AutoscalerOptions } from '../options';
import type { Template } from '../templates';

/** A group that could grow, and what that would do. */
export interface Option {
  readonly group: NodeGroup;
  readonly template: Template;
  readonly nodes: number;
  readonly pods: readonly Pod[];
  readonly similar: readonly NodeGroup[];
}

/** Keeps the best of the options: one file here, one line in `expanders.ts`. */
export type Expander = (options: readonly Option[], settings: AutoscalerOptions) => readonly Option[];

/** The options with the highest score, all of them where several have it. */
export function highest(options: readonly Option[], score: (option: Option) => number): readonly Option[] {
  const scores = options.map(score);
  const most = scores.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  return options.filter((_, index) => scores[index] === most);
}
