import { useCallback, useEffect } from 'react';
import { Button } from '../../components/Button';
import { useT } from '../../i18n/translate';
import { useDocument } from '../../stores/document';
import { useEvaluation } from '../../stores/evaluation';
import { useSession } from '../../stores/session';
import { useTimeline } from '../../stores/timeline';
import { closeTimeline, openTimeline, stopTimeline } from '../../worker/narrating';
import analysis from '../shared/AnalysisStatus.module.css';
import { useAnalysisT } from '../shared/useAnalysisT';
import { Working } from '../shared/Working';
import { EventLog } from './EventLog';
import { Scrubber } from './Scrubber';
import { TimersTable } from './TimersTable';
import styles from './Timeline.module.css';

/** The failure on the board in time: a scrubber, what has happened by then, and the delays that it comes from. */
export function Timeline() {
  const t = useT();
  const design = useDocument((state) => state.design);
  const scenario = useSession((session) => session.scenario);
  const language = useSession((session) => session.language);
  // The end is the evaluator's; moments are shown between the loss and it.
  const hasEnd = useEvaluation((state) => state.settled !== null);
  const status = useTimeline((state) => state.status);
  const view = useTimeline((state) => state.view);
  const error = useTimeline((state) => state.error);
  const steps = useTimeline((state) => state.steps);
  const say = useAnalysisT();
  const open = useCallback(() => void openTimeline({ design, scenario, language }), [design, scenario, language]);
  useEffect(() => {
    if (hasEnd) open();
  }, [open, hasEnd]);
  useEffect(() => closeTimeline, []);
  if (!hasEnd) return null;
  return (
    <section className={styles.timeline} aria-label={t('timeline.title')} aria-busy={status === 'loading'}>
      <h3>{t('timeline.title')}</h3>
      {status === 'error' && <p role="alert">{error}</p>}
      {status === 'loading' && (view === null || steps !== null) && (
        <output className={analysis.status}>
          <Working steps={steps} doing={steps === null ? t('timeline.loading') : undefined} onStop={stopTimeline} />
        </output>
      )}
      {status === 'stopped' && (
        <output className={analysis.status}>
          {say('analysis.stopped')}
          <Button look="quiet" onPress={open}>
            {say('analysis.again')}
          </Button>
        </output>
      )}
      {view !== null && (
        <>
          <Scrubber view={view} />
          <EventLog view={view} />
          <TimersTable view={view} />
        </>
      )}
    </section>
  );
}
