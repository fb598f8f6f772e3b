import type { PlacedPod } from '#engine/evaluation';
import { useEvaluation } from '../stores/evaluation';
import { none } from '../stores/evaluationIndex';

/** The pods that a node's card shows, in its order: after the failure where there is one, on a dead node those it had. */
export function podsOn(node: string): readonly PlacedPod[] {
  const { index, aftermathIndex } = useEvaluation.getState();
  const isDead = aftermathIndex?.dead.has(node) ?? false;
  return (isDead || aftermathIndex === null ? index : aftermathIndex).podsOnNode.get(node) ?? none;
}
