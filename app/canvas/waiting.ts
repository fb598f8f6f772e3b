import type { Evaluation } from '#engine/evaluation';

/** Pods of one workload that wait for the same reason: one entry of the tray. */
export interface Waiting {
  readonly key: string;
  /** Entity id. */
  readonly workload: string;
  readonly pods: readonly string[];
  /** The reason's short form, in Kubernetes' words. */
  readonly reason: string;
  /** The whole message. */
  readonly message: string;
}

/** The tray at the foot of the board, in the order of the queue. */
export function waitingPods(
  pending: Evaluation['placement']['pending'],
  workloadOf: (pod: string) => string | undefined,
): readonly Waiting[] {
  const entries = new Map<string, { workload: string; pods: string[]; reason: string; message: string }>();
  for (const { pod, message } of pending) {
    const workload = workloadOf(pod) ?? '';
    const reason = shortReason(message);
    const key = `${workload} ${reason}`;
    const entry = entries.get(key);
    if (entry === undefined) entries.set(key, { workload, pods: [pod], reason, message });
    else entry.pods.push(pod);
  }
  return [...entries].map(([key, entry]) => ({ key, ...entry }));
}

/**
 * What most nodes answered, without the count: `0/6 nodes are available: 4 Insufficient cpu, 2 node(s) had …` gives
 * `Insufficient cpu`. A message of another shape is shortened at its first sentence.
 */
export function shortReason(message: string): string {
  const listed = /nodes? (?:are|is) available: (.*?)(?:\. |\.?$)/.exec(message)?.[1];
  if (listed === undefined) return (message.split(/[.:]\s/)[0] ?? message).slice(0, 60);
  let best = '';
  let most = -1;
  for (const part of listed.split(', ')) {
    const match = /^(\d+) (.*)$/.exec(part);
    const count = match === null ? 0 : Number(match[1]);
    if (count > most) {
      most = count;
      best = match?.[2] ?? part;
    }
  }
  return best.replace(/^node\(s\) /, '');
}
