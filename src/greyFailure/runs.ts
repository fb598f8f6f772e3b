/*
 * The arithmetic of thresholds, in closed form: how often an exchange fails while packets are lost, and how long it takes
 * until a number of checks in a row have failed.
 */

/** When a sender repeats what was not answered: the first time, in seconds, and then twice as long each time. */
export interface Retransmission {
  readonly firstSeconds: number;
}

/** A new TCP connection: 1 s at first. Source: RFC 6298, section 2.1. */
export const SYN: Retransmission = { firstSeconds: 1 };
/** A connection that is there already: Linux waits at least 0.2 s (TCP_RTO_MIN), a little more than the round trip. */
export const ESTABLISHED: Retransmission = { firstSeconds: 0.2 };

/**
 * Probability that a round trip does not succeed within `timeoutSeconds`, repeats included, where each packet is lost with
 * probability `loss` on its way there and on its way back, and every round trip takes `latencySeconds` longer than usual.
 */
export function exchangeFails(loss: number, latencySeconds: number, timeoutSeconds: number, { firstSeconds }: Retransmission): number {
  let attempts = 0;
  for (let sent = 0, wait = firstSeconds; sent + latencySeconds < timeoutSeconds; sent += wait, wait *= 2) attempts++;
  return roundTripFails(loss) ** attempts;
}

/** That one try of it fails. */
export function roundTripFails(loss: number): number {
  return 1 - (1 - loss) ** 2;
}

/** Expected number of trials until the first `run` hits in a row, each with probability `hit`; null: never. */
export function trialsUntilRun(hit: number, run: number): number | null {
  if (hit <= 0) return null;
  return hit >= 1 ? run : (1 - hit ** run) / (hit ** run * (1 - hit));
}

/** How a check sees what it checks: in as long as fewer than `failures` in a row fail, out until `passes` in a row pass. */
export interface Threshold {
  readonly intervalSeconds: number;
  readonly failures: number;
  readonly passes: number;
}

export interface Detection {
  /** That one check fails. */
  readonly perCheck: number;
  /** That as many checks in a row fail as it takes. */
  readonly inARow: number;
  /** Expected seconds until it is taken out; null: never. */
  readonly secondsUntilOut: number | null;
  /** Expected seconds that it stays out; null: for as long as the trouble lasts. */
  readonly secondsOut: number | null;
  /** Share of time out, in the long run. */
  readonly shareOut: number;
}

export function detection(perCheck: number, { intervalSeconds, failures, passes }: Threshold): Detection {
  const until = trialsUntilRun(perCheck, failures);
  const out = trialsUntilRun(1 - perCheck, passes);
  return {
    perCheck,
    inARow: perCheck ** failures,
    secondsUntilOut: until === null ? null : until * intervalSeconds,
    secondsOut: until === null ? 0 : out === null ? null : out * intervalSeconds,
    shareOut: until === null ? 0 : out === null ? 1 : out / (until + out),
  };
}
