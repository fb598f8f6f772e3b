import type { Design } from '#engine/design/schema';
import type { Aftermath, Evaluation, Progress } from '#engine/evaluation';
import type { Language } from '../i18n/language';
import type { Scenario } from '../stores/session';
import type { Engine } from './evaluate.worker';

/** What becomes of the answers. Each is called with ever newer ones: never with one older than what is shown. */
export interface Publisher {
  readonly evaluation: (evaluation: Evaluation, revision: number) => void;
  readonly preview: (preview: Evaluation, sequence: number) => void;
  readonly aftermath: (aftermath: Aftermath) => void;
  readonly status: (status: 'running' | 'idle' | 'stopped' | 'error', error?: string) => void;
  /** Of an evaluation that takes long; null when it has ended. */
  readonly progress: (progress: Progress | null) => void;
}

/** A worker that has been started; `failed` settles when it crashes. */
export interface EngineProcess {
  readonly engine: Pick<Engine, 'evaluate' | 'simulate'>;
  readonly failed: Promise<never>;
  readonly stop: () => void;
}

export interface Evaluator {
  /** Starts the worker before there is anything to evaluate: fetching and parsing it takes longest. */
  readonly warmUp: () => void;
  readonly request: (design: Design, revision: number) => void;
  readonly preview: (design: Design, sequence: number) => void;
  /** The gesture is over: previews that are still on their way are not shown. */
  readonly endPreview: () => void;
  readonly simulate: (design: Design, scenario: Scenario) => void;
  readonly endSimulation: () => void;
  readonly setLanguage: (language: Language) => void;
  /** Gives up what runs and what waits; what is shown stays. */
  readonly cancel: () => void;
  readonly stop: () => void;
}

const cancelled = new Error('cancelled');

type Channel = 'evaluation' | 'aftermath' | 'preview';
interface Job {
  readonly number: number;
  readonly run: (engine: EngineProcess['engine']) => Promise<() => void>;
}

/** In this order when several wait: the drawing itself, then what a gesture or a failure would mean. */
const channels: readonly Channel[] = ['evaluation', 'preview', 'aftermath'];

/**
 * Runs evaluations one at a time. For each channel one job waits at most, the newest; an answer is shown if it is newer
 * than what is shown, even if a newer job waits: so verdicts keep up during a drag instead of trailing it. A worker that
 * crashes is started anew; the job that killed it is not run again.
 */
export function createEvaluator(start: (onProgress: (progress: Progress) => void) => EngineProcess, publish: Publisher): Evaluator {
  let process: EngineProcess | null = null;
  let running: Channel | null = null;
  /** The evaluation asked for last was given up: what is shown is of an earlier state. */
  let isBehind = false;
  let language: Language = 'en';
  let simulation = 0;
  let giveUp: (reason: Error) => void = () => undefined;
  const waiting = new Map<Channel, Job>();
  const shown: Record<Channel, number> = { evaluation: -1, preview: -1, aftermath: -1 };
  /** Answers up to this number come too late. */
  const ended: Record<Channel, number> = { evaluation: -1, preview: -1, aftermath: -1 };

  const put = (channel: Channel, job: Job): void => {
    waiting.set(channel, job);
    void pump();
  };

  const pump = async (): Promise<void> => {
    if (running !== null) return;
    publish.status(isBehind && !waiting.has('evaluation') ? 'stopped' : 'running');
    let failure: string | undefined;
    for (let next = take(); next !== undefined; next = take()) {
      const { channel, job } = next;
      running = channel;
      process ??= start(publish.progress);
      const givenUp = new Promise<never>((_, reject) => {
        giveUp = reject;
      });
      try {
        const show = await Promise.race([job.run(process.engine), process.failed, givenUp]);
        if (job.number > shown[channel] && job.number > ended[channel]) {
          shown[channel] = job.number;
          show();
        }
        if (channel === 'evaluation') {
          failure = undefined;
          isBehind = false;
        }
      } catch (error) {
        if (error !== cancelled) failure = error instanceof Error ? error.message : String(error);
        process.stop();
        process = null;
      }
      publish.progress(null);
    }
    running = null;
    if (failure !== undefined) publish.status('error', failure);
    else publish.status(isBehind ? 'stopped' : 'idle');
  };

  const take = (): { channel: Channel; job: Job } | undefined => {
    for (const channel of channels) {
      const job = waiting.get(channel);
      if (job === undefined) continue;
      waiting.delete(channel);
      return { channel, job };
    }
    return undefined;
  };

  const end = (channel: Channel, number: number): void => {
    ended[channel] = Math.max(ended[channel], number);
    waiting.delete(channel);
  };

  let sequences = -1;
  return {
    warmUp: () => {
      process ??= start(publish.progress);
    },
    request: (design, revision) =>
      put('evaluation', {
        number: revision,
        run: async (engine) => {
          const evaluation = await engine.evaluate(design, language);
          return () => publish.evaluation(evaluation, revision);
        },
      }),
    preview: (design, sequence) => {
      sequences = Math.max(sequences, sequence);
      put('preview', {
        number: sequence,
        run: async (engine) => {
          const preview = await engine.evaluate(design, language);
          return () => publish.preview(preview, sequence);
        },
      });
    },
    endPreview: () => end('preview', sequences),
    simulate: (design, scenario) => {
      simulation += 1;
      const number = simulation;
      put('aftermath', {
        number,
        run: async (engine) => {
          const aftermath = await engine.simulate(design, scenario, language);
          return () => publish.aftermath(aftermath);
        },
      });
    },
    endSimulation: () => end('aftermath', simulation),
    setLanguage: (next) => {
      language = next;
      // The same revision is shown again, in the other language.
      shown.evaluation = -1;
    },
    cancel: () => {
      isBehind ||= running === 'evaluation' || waiting.has('evaluation');
      waiting.clear();
      giveUp(cancelled);
    },
    stop: () => {
      process?.stop();
      process = null;
    },
  };
}
