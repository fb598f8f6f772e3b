import { useEvaluation } from './stores/evaluation';

/** Resolves once the first verdict has been painted, or cannot come: what is not needed for it is loaded then. */
export const afterVerdict = new Promise<void>((resolve) => {
  const look = () => {
    const { evaluation, status } = useEvaluation.getState();
    if (evaluation === null && status !== 'error') return;
    stop();
    // The frame that shows it goes first.
    requestAnimationFrame(() => setTimeout(resolve));
  };
  const stop = useEvaluation.subscribe(look);
});
