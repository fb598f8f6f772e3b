import { Square } from 'lucide-react';
import { Button } from '../../components/Button';
import { useDocument } from '../../stores/document';
import { isAboutSame } from '../../worker/analysis';
import type { AnalysisState } from '../../worker/analysis';
import styles from './AnalysisStatus.module.css';
import { Mark } from './Mark';
import { useAnalysisT } from './useAnalysisT';

interface AnalysisStatusProps {
  readonly of: { readonly use: () => AnalysisState<unknown>; readonly stop: () => void };
  /** What is being done, where more can be said than that something is. */
  readonly doing?: string | undefined;
  /** Where it is known how far it is. */
  readonly progress?: { readonly done: number; readonly wanted: number } | undefined;
}

/** How a question stands that was asked on demand: at work and to be stopped, failed, or about an earlier design. */
export function AnalysisStatus({ of, doing, progress }: AnalysisStatusProps) {
  const say = useAnalysisT();
  const { status, design, answer, error } = of.use();
  const now = useDocument((state) => state.design);
  const isStale = status !== 'running' && answer !== null && design !== null && !isAboutSame(design, now);
  const text = doing ?? say('analysis.running');
  return (
    <output className={styles.status}>
      {status === 'running' && (
        <>
          <progress className={styles.progress} aria-label={text} {...(progress === undefined ? {} : { max: progress.wanted, value: progress.done })} />
          <span>{text}</span>
          <Button look="quiet" icon={<Square size={12} aria-hidden />} onPress={of.stop}>
            {say('analysis.stop')}
          </Button>
        </>
      )}
      {status === 'stopped' && say('analysis.stopped')}
      {status === 'error' && <Mark tone="bad">{say('analysis.failed', { error: error ?? '' })}</Mark>}
      {isStale && <Mark tone="info">{say('analysis.stale')}</Mark>}
    </output>
  );
}
