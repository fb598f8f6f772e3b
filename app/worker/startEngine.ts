import { proxy, wrap } from 'comlink';
import type { Progress } from '#engine/evaluation';
import type { Engine } from './evaluate.worker';
import type { EngineProcess } from './evaluator';

/** Starts the engine in a worker of its own. */
export function startEngine(onProgress: (progress: Progress) => void): EngineProcess {
  const worker = new Worker(new URL('./evaluate.worker.ts', import.meta.url), { type: 'module', name: 'evaluate' });
  const failed = new Promise<never>((_, reject) => {
    worker.addEventListener('error', (event) => reject(new Error(event.message || 'the evaluation worker stopped')));
    worker.addEventListener('messageerror', () => reject(new Error('an answer of the evaluation worker was unreadable')));
  });
  // Nobody may be waiting when it fails.
  failed.catch(() => undefined);
  const engine = wrap<Engine>(worker);
  void engine.watch(proxy(onProgress));
  return { engine, failed, stop: () => worker.terminate() };
}
