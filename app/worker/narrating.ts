import { proxy, wrap } from 'comlink';
import type { Remote } from 'comlink';
import type { TimerValues } from '#engine/timeline/timers';
import { useDocument } from '../stores/document';
import { useEvaluation } from '../stores/evaluation';
import { useSession } from '../stores/session';
import { useTimeline } from '../stores/timeline';
import { crashOf } from './crash';
import type { StepsDone } from './stepsDone';
import type { Narrator, TimelineQuestion } from './timeline.worker';

interface Process {
  readonly worker: Worker;
  readonly narrator: Remote<Narrator>;
  readonly failed: Promise<never>;
}

let current: Process | null = null;
/** Only the newest question and the newest moment are shown. */
let asked = 0;
let isShowing = false;
let wanted: number | null = null;

/** Works out the timeline of a failure, the one on the board; what was shown of an earlier one is over. */
export async function openTimeline(failure: Omit<TimelineQuestion, 'timers'>): Promise<void> {
  // One that is still being worked out is given up: it would only be in the way.
  if (useTimeline.getState().status === 'loading') end();
  const turn = ++asked;
  const own = (current ??= start());
  useTimeline.setState({ status: 'loading', steps: null, isPlaying: false, error: undefined });
  const tell = (steps: StepsDone) => {
    if (turn === asked) useTimeline.setState({ steps });
  };
  try {
    const view = await Promise.race([own.narrator.open({ ...failure, timers: useTimeline.getState().timers }, proxy(tell)), own.failed]);
    if (turn !== asked) return;
    useTimeline.setState({ status: 'ready', steps: null, view });
    const { at } = useTimeline.getState();
    if (at !== null) showMoment(Math.min(at, view.settledAt));
  } catch (error) {
    if (turn === asked) useTimeline.setState({ status: 'error', view: null, at: null, error: error instanceof Error ? error.message : String(error) });
  }
}

/** Shows the board as it is so many seconds after the loss; from the end on it is the settled aftermath. */
export function showMoment(seconds: number): void {
  const { view } = useTimeline.getState();
  if (view === null) return;
  const at = Math.max(0, Math.min(seconds, view.settledAt));
  useTimeline.setState({ at });
  wanted = at;
  if (!isShowing) void showWanted();
}

/** One moment after the other: the newest that is wanted when the last has come. */
async function showWanted(): Promise<void> {
  const own = current;
  if (wanted === null || own === null) return;
  isShowing = true;
  const seconds = wanted;
  wanted = null;
  try {
    const moment = await Promise.race([own.narrator.momentAt(seconds), own.failed]);
    const { settled, showMoment: show } = useEvaluation.getState();
    if (useTimeline.getState().at !== null && moment !== null && settled !== null) show(moment);
  } catch (error) {
    useTimeline.setState({ status: 'error', view: null, at: null, error: error instanceof Error ? error.message : String(error) });
  } finally {
    isShowing = false;
  }
  await showWanted();
}

/** Back to the settled aftermath. */
export function showSettled(): void {
  wanted = null;
  useTimeline.setState({ at: null, isPlaying: false });
  useEvaluation.getState().showMoment(null);
}

/** The failure or the panel is gone. */
export function closeTimeline(): void {
  showSettled();
  end();
  useTimeline.setState({ status: 'off', steps: null, view: null });
}

/** Gives up the one that is being worked out; an earlier one is not this failure's. */
export function stopTimeline(): void {
  showSettled();
  end();
  useTimeline.setState({ status: 'stopped', steps: null, view: null });
}

/** Ends the worker; what it was asked is never answered. */
function end(): void {
  asked++;
  isShowing = false;
  current?.worker.terminate();
  current = null;
}

export function setTimers(timers: TimerValues): void {
  useTimeline.setState({ timers });
  const { scenario, language } = useSession.getState();
  void openTimeline({ design: useDocument.getState().design, scenario, language });
}

function start(): Process {
  const worker = new Worker(new URL('./timeline.worker.ts', import.meta.url), { type: 'module', name: 'timeline' });
  return { worker, narrator: wrap<Narrator>(worker), failed: crashOf(worker, 'timeline') };
}
