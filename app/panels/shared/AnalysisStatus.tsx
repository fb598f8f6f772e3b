import { Button } from '../../components/Button';
import { useDocument } from '../../stores/document';
import { isAboutSame } from '../../worker/analysis';
import type { AnalysisState } from '../../worker/analysis';
import styles from './AnalysisStatus.module.css';
import { Mark } from './Mark';
import { useAnalysisT } from './useAnalysisT';
import { Working } from './Working';

interface AnalysisStatusProps {
  readonly of: { readonly use: () => AnalysisState<unknown>; readonly stop: () => void };
  /** What is being done, where more can be said than that something is. */
  readonly doing?: string | undefined;
  /** Where it is known how far it is. */
  readonly progress?: { readonly done: number; readonly wanted: number } | undefined;
  /** Takes it up again where nothing else on the screen does. */
  readonly again?: (() => void) | undefined;
}

/** How a question stands that was asked on demand: at work and to be stopped, failed, or about an earlier design. */
export function AnalysisStatus({ of, doing, progress, again }: AnalysisStatusProps) {
  const say = useAnalysisT();
  const { status, design, answer, steps, error } = of.use();
  const now = useDocument((state) => state.design);
  const isStale = status !== 'running' && answer !== null && design !== null && !isAboutSame(design, now);
  return (
    <output className={styles.status}>
      {status === 'running' && <Working doing={doing} progress={progress} steps={steps} onStop={of.stop} />}
      {status === 'stopped' && say('analysis.stopped')}
      {status === 'stopped' && again !== undefined && (
        <Button look="quiet" onPress={again}>
          {say('analysis.again')}
        </Button>
      )}
      {status === 'error' && <Mark tone="bad">{say('analysis.failed', { error: error ?? '' })}</Mark>}
      {isStale && <Mark tone="info">{say('analysis.stale')}</Mark>}
    </output>
  );
}
