import type { Evaluation } from '../../evaluation';

export function evaluationJson(evaluation: Evaluation): string {
  return JSON.stringify(evaluation, null, 2);
}
