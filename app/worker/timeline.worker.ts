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

/** A failure that is to be told in time. */
export interface TimelineQuestion {
  readonly design: Design;
  readonly scenario: Scenario;
  /** Timers that are not to be the default. */
  readonly timers: TimerValues;
  readonly language: Language;
}

export interface Narrator {
  readonly open: (question: TimelineQuestion) => Promise<TimelineView>;
  /** What the board shows so many seconds after the loss, of the failure opened last; null before the first. */
  readonly momentAt: (seconds: number) => Promise<MomentOfFailure | null>;
}

let momentAt: ((seconds: number) => MomentOfFailure) | null = null;

const narrator: Narrator = {
  open: async ({ design, scenario, timers, language }) => {
    const baseline = baselineOf(settledPlacement(design, await catalogOf(design)));
    const timeline = createTimeline(baseline, scenario, timers);
    momentAt = momentsOf(baseline, scenario, timeline);
    return timelineView(timeline, language);
  },
  momentAt: async (seconds) => momentAt?.(seconds) ?? null,
};

expose(narrator);
