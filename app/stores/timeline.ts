import { create } from 'zustand';
import type { TimelineView } from '#engine/timeline/timelineView';
import type { TimerValues } from '#engine/timeline/timers';
import type { StepsDone } from '../worker/stepsDone';

export interface TimelineState {
  readonly status: 'off' | 'loading' | 'ready' | 'stopped' | 'error';
  /** While it loads, how far that is. */
  readonly steps: StepsDone | null;
  /** Of the failure on the board. */
  readonly view: TimelineView | null;
  /** Seconds since the loss that the board shows; null: once all has settled. */
  readonly at: number | null;
  readonly isPlaying: boolean;
  /** What the user has set; others have their defaults. */
  readonly timers: TimerValues;
  readonly error?: string | undefined;
}

/** A failure in time. Only `worker/narrating.ts` writes it. */
export const useTimeline = create<TimelineState>()(() => ({ status: 'off', steps: null, view: null, at: null, isPlaying: false, timers: {} }));
