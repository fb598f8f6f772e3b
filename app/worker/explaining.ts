import { wrap } from 'comlink';
import type { Remote } from 'comlink';
import { crashOf } from './crash';
import type { Explainer } from './why.worker';

/**
 * The worker that explains, kept between questions, with the one proxy of it: when a proxy is collected as garbage, comlink
 * closes the worker's ear for all others too.
 */
interface Process {
  readonly worker: Worker;
  readonly explainer: Remote<Explainer>;
  readonly failed: Promise<never>;
}

let current: Process | null = null;
let busy = false;

/** Asks the worker that explains. A question that is still on is given up for the new one and never settles. */
export async function askWhy<Answer>(ask: (explainer: Remote<Explainer>) => Promise<Answer>): Promise<Answer> {
  if (busy) stopExplaining();
  const own = (current ??= startProcess());
  busy = true;
  try {
    return await Promise.race([ask(own.explainer), own.failed]);
  } finally {
    if (current === own) busy = false;
  }
}

function startProcess(): Process {
  const worker = new Worker(new URL('./why.worker.ts', import.meta.url), { type: 'module', name: 'why' });
  const process: Process = { worker, explainer: wrap<Explainer>(worker), failed: crashOf(worker, 'explanation') };
  // The next question gets a new one.
  process.failed.catch(() => {
    if (current === process) stopExplaining();
  });
  return process;
}

/** Ends the worker, and what it is working on. */
export function stopExplaining(): void {
  current?.worker.terminate();
  current = null;
  busy = false;
}
