import type { Aftermath } from '#engine/evaluation';
import { useT } from '../../i18n/translate';
import { useTimeline } from '../../stores/timeline';
import { Scrubber } from '../failure/Scrubber';
import { useFailureTimeline } from '../failure/useFailureTimeline';
import styles from './AfterLoss.module.css';

/** Whose traffic the panel shows after a failure: that of the end, or of a moment that is chosen here. */
export function AfterLoss({ aftermath }: { readonly aftermath: Aftermath }) {
  const t = useT();
  const view = useTimeline((state) => state.view);
  useFailureTimeline();
  const names = [...aftermath.zones, ...aftermath.nodes].join(' + ');
  return (
    <section className={styles.after} aria-label={t('failure.aftermath')}>
      <h3>{t('at' in aftermath ? 'failure.momentOf' : 'failure.aftermathOf', { names })}</h3>
      {view !== null && <Scrubber view={view} />}
    </section>
  );
}
