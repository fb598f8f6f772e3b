import { MAX_NODE_SCORE } from '../framework';

/** Scales scores so that the largest is 100, or the smallest if `reverse`. Source: kubernetes/kubernetes pkg/scheduler/framework/plugins/helper/normalize_score.go. */
export function normalizeByMaximum(scores: number[], reverse: boolean): void {
  let max = 0;
  for (const score of scores) if (score > max) max = score;
  for (let i = 0; i < scores.length; i++) {
    const scaled = max === 0 ? (scores[i] ?? 0) : Math.floor((MAX_NODE_SCORE * (scores[i] ?? 0)) / max);
    scores[i] = reverse ? MAX_NODE_SCORE - (max === 0 ? 0 : scaled) : scaled;
  }
}
