/** Rejects when a worker crashes or its answer cannot be read; `what` it does is said where the browser gives no reason. */
export function crashOf(worker: Worker, what: string): Promise<never> {
  const crash = new Promise<never>((_, reject) => {
    worker.addEventListener('error', (event) => reject(new Error(event.message || `the ${what} worker stopped`)));
    worker.addEventListener('messageerror', () => reject(new Error(`an answer of the ${what} worker was unreadable`)));
  });
  // Nobody may be waiting when it comes.
  crash.catch(() => undefined);
  return crash;
}
