import { proxy, wrap } from 'comlink';
import type { Progress } from '#engine/evaluation';
import { crashOf } from './crash';
import type { Engine } from './evaluate.worker';
import type { EngineProcess } from './evaluator';

/** Starts the engine in a worker of its own. */
export function startEngine(onProgress: (progress: Progress) => void): EngineProcess {
  const worker = new Worker(new URL('./evaluate.worker.ts', import.meta.url), { type: 'module', name: 'evaluate' });
  const engine = wrap<Engine>(worker);
  void engine.watch(proxy(onProgress));
  return { engine, failed: crashOf(worker, 'evaluation'), stop: () => worker.terminate() };
}
