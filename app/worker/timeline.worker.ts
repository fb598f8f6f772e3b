import { expose } from 'comlink';
import { settledPlacement } from '#engine/addons/settledPlacement';
import type { Design } from '#engine/design/schema';
import type { MomentOfFailure } from '#engine/timeline/momentOfFailure';
import { momentsOf } from '#engine/timeline/momentOfFailure';
import type { TimelineView } from '#engine/timeline/timelineView';
import { timelineView } from '#engine/timeline/timelineView';
import { baselineOf } from '#engine/failure/baseline';
import { createTimeline } from '#engine/timeline/createTimeline';
import type { TimerValues } from '#engine/timeline/timers';
import type { Language } from '../i18n/language';
import type { Scenario } from '../stores/session';
import { catalogOf } from './catalogOf';
import { reporter } from './stepsDone';
import type { StepsDone } from './stepsDone';

/** A failure that is to be told in time. */
export interface TimelineQuestion {
  readonly design: Design;
  readonly scenario: Scenario;
  /** Timers that are not to be the default. */
  readonly timers: TimerValues;
  readonly language: Language;
}

export interface Narrator {
  readonly open: (question: TimelineQuestion, tell: (steps: StepsDone) => void) => Promise<TimelineView>;
  /** What the board shows so many seconds after the loss, of the failure opened last; null before the first. */
  readonly momentAt: (seconds: number) => Promise<MomentOfFailure | null>;
}

/** The cluster before, what becomes of each node and pod, the requests, what is told of it. */
const STEPS = 4;

let momentAt: ((seconds: number) => MomentOfFailure) | null = null;

const narrator: Narrator = {
  open: async ({ design, scenario, timers, language }, tell) => {
    const report = reporter(tell);
    const step = (done: number) => report('timeline', done, STEPS);
    const placed = settledPlacement(design, await catalogOf(design), { onProgress: ({ done, total }) => report('placement', done, total) });
    step(0);
    const baseline = baselineOf(placed);
    step(1);
    const timeline = createTimeline(baseline, scenario, timers);
    step(2);
    momentAt = momentsOf(baseline, scenario, timeline);
    // Worked out when it is asked for, and kept.
    void timeline.summary;
    step(3);
    return timelineView(timeline, language);
  },
  momentAt: async (seconds) => momentAt?.(seconds) ?? null,
};

expose(narrator);
