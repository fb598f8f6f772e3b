import { expect, test } from 'vitest';
import { detection, ESTABLISHED, exchangeFails, SYN, trialsUntilRun } from './runs';

test.each([
  // SYNs at 0, 1, 3 and 7 s.
  ['nothing wrong', 0, 0, 10, SYN, 0],
  ['5 % each way, one try', 0.05, 0, 1, SYN, 0.0975],
  ['5 % each way, four tries in 10 s', 0.05, 0, 10, SYN, 0.0975 ** 4],
  ['a kept connection repeats sooner: six tries', 0.05, 0, 10, ESTABLISHED, 0.0975 ** 6],
  ['latency that still fits', 0, 0.9, 1, SYN, 0],
  ['latency that takes tries away', 0.05, 4, 10, SYN, 0.0975 ** 3],
  ['latency beyond the time-out', 0, 1, 1, SYN, 1],
  ['all lost', 1, 0, 10, SYN, 1],
])('%s', (_, loss, latency, timeout, retransmission, fails) => {
  expect(exchangeFails(loss, latency, timeout, retransmission)).toBeCloseTo(fails, 12);
});

// Feller, "An Introduction to Probability Theory and Its Applications" I, XIII.7: mean recurrence time of success runs.
test.each([
  [0.5, 1, 2],
  [0.5, 2, 6],
  [0.5, 3, 14],
  [0.1, 3, 1110],
  [1, 3, 3],
  [0, 3, null],
])('hits of %f until %i in a row: %j trials', (hit, run, trials) => {
  const expected = trialsUntilRun(hit, run);
  if (trials === null) expect(expected).toBeNull();
  else expect(expected).toBeCloseTo(trials, 9);
});

test.each([
  ['never fails', 0, { secondsUntilOut: null, secondsOut: 0, shareOut: 0 }],
  ['half of the checks', 0.5, { secondsUntilOut: 140, secondsOut: 60, shareOut: 0.3 }],
  ['always fails', 1, { secondsUntilOut: 30, secondsOut: null, shareOut: 1 }],
])('a check every 10 s, 3 failures, 2 passes: %s', (_, perCheck, expected) => {
  expect(detection(perCheck, { intervalSeconds: 10, failures: 3, passes: 2 })).toMatchObject({ perCheck, ...expected });
});
