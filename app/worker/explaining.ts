import { wrap } from 'comlink';
import type { Explainer } from './why.worker';

/** The worker that explains; kept between questions. */
let worker: Worker | null = null;
let busy = false;

/** Asks the worker that explains. A question that is still on is given up for the new one and never settles. */
export async function askWhy<Answer>(ask: (explainer: Explainer) => Promise<Answer>): Promise<Answer> {
  if (busy) stopExplaining();
  const own = (worker ??= new Worker(new URL('./why.worker.ts', import.meta.url), { type: 'module', name: 'why' }));
  busy = true;
  const failed = new Promise<never>((_, reject) => {
    own.addEventListener('error', (event) => reject(new Error(event.message || 'the worker that explains stopped')), { once: true });
  });
  try {
    return await Promise.race([ask(wrap<Explainer>(own)), failed]);
  } finally {
    if (worker === own) busy = false;
  }
}

/** Ends the worker, and what it is working on. */
export function stopExplaining(): void {
  worker?.terminate();
  worker = null;
  busy = false;
}
