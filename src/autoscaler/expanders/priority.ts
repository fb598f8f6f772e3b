import type { Expander } from './expander';
import { highest } from './expander';

/** No option has a priority below it. */
const NONE = -1;

/**
 * The options whose group matches a regular expression of the highest number; all where none matches any.
 * Source: kubernetes/autoscaler cluster-autoscaler/expander/priority/priority.go.
 */
export const priority: Expander = (options, { priorities }) => {
  const numberOf = (id: string): number => {
    const matching = [...(priorities ?? [])].filter(([number, expressions]) => number >= NONE && expressions.some((expression) => expression.test(id)));
    return matching.reduce((most, [number]) => Math.max(most, number), Number.NEGATIVE_INFINITY);
  };
  return highest(options, ({ group }) => numberOf(group.id));
};
