/** How far a question is that takes long. */
export interface StepsDone {
  readonly stage: 'placement' | 'nodes' | 'timeline';
  readonly done: number;
  readonly wanted: number;
}

/** Milliseconds between two reports. */
const reportEvery = 150;

/** Tells of the steps of a stage now and then: to tell of each would take longer than they do. */
export function reporter(tell: (steps: StepsDone) => void): (stage: StepsDone['stage'], done: number, wanted: number) => void {
  let next = performance.now() + reportEvery;
  return (stage, done, wanted) => {
    const now = performance.now();
    if (now < next) return;
    next = now + reportEvery;
    tell({ stage, done, wanted });
  };
}
