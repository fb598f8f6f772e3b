import type { TimelineSummary } from '../evaluation';
import type { Language } from '../language';
import { eventText, timerText } from './sentences';
import type { Timeline } from './createTimeline';
import type { EventSubject } from './timelineEvent';
import type { Timer, TimerName } from './timers';

/** A timeline as plain data, told in a language: what a page shows beside the board. */
export interface TimelineView {
  readonly frozen: boolean;
  /** Seconds since the loss. */
  readonly settledAt: number;
  readonly summary: TimelineSummary;
  readonly events: readonly EventLine[];
  readonly timers: readonly TimerLine[];
  /** Requests that fail, all Services together: from each moment on until the next. */
  readonly errors: readonly { readonly at: number; readonly perSecond: number }[];
}

export interface EventLine {
  readonly at: number;
  readonly text: string;
  readonly subject: EventSubject;
  readonly timers: readonly TimerName[];
}

export interface TimerLine extends Timer {
  readonly text: string;
}

export function timelineView(timeline: Timeline, language: Language): TimelineView {
  const { frozen, settledAt, summary, events, timers, errorRates } = timeline;
  return {
    frozen,
    settledAt,
    summary,
    events: events.map((event) => ({ at: event.at, text: eventText(event, language), subject: event.subject, timers: event.timers })),
    timers: Object.values(timers).map((timer) => ({ ...timer, text: timerText(timer.name, language) })),
    errors: errorRates.map(({ at, rate }) => ({ at, perSecond: rate })),
  };
}
