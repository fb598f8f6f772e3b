import { Square } from 'lucide-react';
import { Button } from '../../components/Button';
import { useFormat } from '../../i18n/format';
import type { StepsDone } from '../../worker/stepsDone';
import styles from './AnalysisStatus.module.css';
import { useAnalysisT } from './useAnalysisT';

interface WorkingProps {
  /** What is being done, where more can be said than that something is. */
  readonly doing?: string | undefined;
  /** Where it is known how far it is. */
  readonly progress?: { readonly done: number; readonly wanted: number } | undefined;
  /** As it is told by the work itself. */
  readonly steps: StepsDone | null;
  readonly onStop: () => void;
}

/** Something is being worked out: how far it is, and the way to stop it. */
export function Working({ doing, progress, steps, onStop }: WorkingProps) {
  const say = useAnalysisT();
  const format = useFormat();
  const told = steps === null ? say('analysis.running') : say(`analysis.${steps.stage}`, { done: format.number(steps.done), wanted: format.number(steps.wanted) });
  const text = doing ?? told;
  const known = progress ?? steps;
  return (
    <>
      <progress className={styles.progress} aria-label={text} {...(known === null ? {} : { max: known.wanted, value: known.done })} />
      <span>{text}</span>
      <Button look="quiet" icon={<Square size={12} aria-hidden />} onPress={onStop}>
        {say('analysis.stop')}
      </Button>
    </>
  );
}
