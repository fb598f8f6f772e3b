import { wrap } from 'comlink';
import type { Remote } from 'comlink';
import type { Explainer } from './why.worker';

/**
 * The worker that explains, kept between questions, with the one proxy of it: when a proxy is collected as garbage, comlink
 * closes the worker's ear for all others too.
 */
interface Process {
  readonly worker: Worker;
  readonly explainer: Remote<Explainer>;
}

let current: Process | null = null;
let busy = false;

/** Asks the worker that explains. A question that is still on is given up for the new one and never settles. */
export async function askWhy<Answer>(ask: (explainer: Remote<Explainer>) => Promise<Answer>): Promise<Answer> {
  if (busy) stopExplaining();
  const own = (current ??= startProcess());
  busy = true;
  const failed = new Promise<never>((_, reject) => {
    own.worker.addEventListener('error', (event) => reject(new Error(event.message || 'the worker that explains stopped')), { once: true });
  });
  try {
    return await Promise.race([ask(own.explainer), failed]);
  } finally {
    if (current === own) busy = false;
  }
}

function startProcess(): Process {
  const worker = new Worker(new URL('./why.worker.ts', import.meta.url), { type: 'module', name: 'why' });
  return { worker, explainer: wrap<Explainer>(worker) };
}

/** Ends the worker, and what it is working on. */
export function stopExplaining(): void {
  current?.worker.terminate();
  current = null;
  busy = false;
}
