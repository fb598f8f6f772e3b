import { MAX_NODE_SCORE } from '../framework';

/** Of an array longer than the number of nodes only the beginning counts. */
export type Scores = number[] | Float64Array;

/** Scales scores so that the largest is 100, or the smallest if `reverse`. Source: kubernetes/kubernetes pkg/scheduler/framework/plugins/helper/normalize_score.go. */
export function normalizeByMaximum(scores: Scores, reverse: boolean, count = scores.length): void {
  let max = 0;
  for (let i = 0; i < count; i++) {
    const score = scores[i] ?? 0;
    if (score > max) max = score;
  }
  for (let i = 0; i < count; i++) {
    const scaled = max === 0 ? (scores[i] ?? 0) : Math.floor((MAX_NODE_SCORE * (scores[i] ?? 0)) / max);
    scores[i] = reverse ? MAX_NODE_SCORE - (max === 0 ? 0 : scaled) : scaled;
  }
}
