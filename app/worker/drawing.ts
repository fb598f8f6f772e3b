import { proxy, wrap } from 'comlink';
import type { DrawsSummary } from '#engine/draws/draws';
import { useDocument } from '../stores/document';
import { useDraws } from '../stores/draws';
import { crashOf } from './crash';
import type { Drawer } from './draws.worker';

/** The worker of the run that is on. */
let worker: Worker | null = null;

/** Draws the present design many times, beside its evaluation; a run that is on is given up for the new one. */
export async function startDrawing(wanted: number): Promise<void> {
  end();
  const own = new Worker(new URL('./draws.worker.ts', import.meta.url), { type: 'module', name: 'draws' });
  worker = own;
  const { design } = useDocument.getState();
  useDraws.setState({ status: 'running', wanted, design, summary: null, error: undefined });
  const show = (summary: DrawsSummary) => {
    if (worker === own) useDraws.setState({ summary });
  };
  try {
    const summary = await Promise.race([wrap<Drawer>(own).draw(design, wanted, proxy(show)), crashOf(own, 'draws')]);
    show(summary);
    finish(own, { status: 'done' });
  } catch (error) {
    finish(own, { status: 'error', error: error instanceof Error ? error.message : String(error) });
  }
}

/** Ends the run; what has been drawn stays. */
export function stopDrawing(): void {
  if (worker !== null) finish(worker, { status: 'stopped' });
}

function finish(own: Worker, state: { readonly status: 'done' | 'stopped' | 'error'; readonly error?: string }): void {
  if (worker !== own) return;
  end();
  useDraws.setState(state);
}

function end(): void {
  worker?.terminate();
  worker = null;
}
