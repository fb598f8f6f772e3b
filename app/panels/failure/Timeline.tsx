import { Button } from '../../components/Button';
import { useT } from '../../i18n/translate';
import { useTimeline } from '../../stores/timeline';
import { stopTimeline } from '../../worker/narrating';
import analysis from '../shared/AnalysisStatus.module.css';
import { useAnalysisT } from '../shared/useAnalysisT';
import { Working } from '../shared/Working';
import { EventLog } from './EventLog';
import { Scrubber } from './Scrubber';
import { TimersTable } from './TimersTable';
import styles from './Timeline.module.css';
import { useFailureTimeline } from './useFailureTimeline';

/** The failure on the board in time: a scrubber, what has happened by then, and the delays that it comes from. */
export function Timeline() {
  const t = useT();
  const { hasEnd, open } = useFailureTimeline();
  const status = useTimeline((state) => state.status);
  const view = useTimeline((state) => state.view);
  const error = useTimeline((state) => state.error);
  const steps = useTimeline((state) => state.steps);
  const say = useAnalysisT();
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
