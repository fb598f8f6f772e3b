import { useEffect } from 'react';
import type { TimelineView } from '#engine/timeline/timelineView';
import { useTimeline } from '../../stores/timeline';
import { showMoment } from '../../worker/narrating';

/** A whole failure is played in so many milliseconds. */
const length = 24_000;
/** Milliseconds that each event is shown for where motion is reduced. */
const pause = 1500;

/** Plays the timeline on the board: as it runs, or from event to event where motion is reduced. */
export function usePlaying(view: TimelineView): void {
  const isPlaying = useTimeline((state) => state.isPlaying);
  useEffect(() => {
    if (!isPlaying) return undefined;
    const isReduced = globalThis.matchMedia('(prefers-reduced-motion: reduce)').matches;
    return isReduced ? stepping(view) : running(view);
  }, [isPlaying, view]);
}

function running({ settledAt }: TimelineView): () => void {
  const begun = performance.now() - ((useTimeline.getState().at ?? 0) / Math.max(1, settledAt)) * length;
  let frame = 0;
  const step = () => {
    const at = ((performance.now() - begun) / length) * settledAt;
    showMoment(at);
    if (at >= settledAt) stop();
    else frame = requestAnimationFrame(step);
  };
  frame = requestAnimationFrame(step);
  return () => cancelAnimationFrame(frame);
}

function stepping({ events, settledAt }: TimelineView): () => void {
  const timer = setInterval(() => {
    const now = useTimeline.getState().at ?? 0;
    const next = events.find((event) => event.at > now)?.at ?? settledAt;
    showMoment(next);
    if (next >= settledAt) stop();
  }, pause);
  return () => clearInterval(timer);
}

function stop(): void {
  useTimeline.setState({ isPlaying: false });
}
