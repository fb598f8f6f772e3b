import type { Relaxation } from '#engine/explanation/explanation';
import { useT } from '../../i18n/translate';
import { FixButton } from '../findings/FixButton';
import styles from './Relaxations.module.css';

/** What would let the pod run, the smallest change first, each with its preview; null while that is tried out. */
export function Relaxations({ relaxations }: { readonly relaxations: readonly Relaxation[] | null }) {
  const t = useT();
  return (
    <section className={styles.relaxations} aria-label={t('why.relaxations')}>
      <h4 className={styles.title}>{t('why.relaxations')}</h4>
      {relaxations === null && <p className={styles.note}>{t('why.relaxing')}</p>}
      {relaxations?.length === 0 && <p className={styles.note}>{t('why.noRelaxation')}</p>}
      {relaxations !== null && relaxations.length > 0 && (
        <ol className={styles.list}>
          {relaxations.map((relaxation) => (
            <li key={relaxation.id} className={styles.relaxation}>
              <FixButton fix={relaxation} />
              <span className={styles.note}>
                {relaxation.resolved > 1 ? t('why.wouldRunWith', { node: relaxation.node, count: relaxation.resolved }) : t('why.wouldRun', { node: relaxation.node })}
              </span>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
