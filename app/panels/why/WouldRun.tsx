import type { Relaxation, Relaxations } from '#engine/explanation/explanation';
import { useT } from '../../i18n/translate';
import { FixButton } from '../findings/FixButton';
import styles from './WouldRun.module.css';

interface WouldRunProps {
  /** Null while changes are tried out. */
  readonly answer: Relaxations | null;
  readonly isAfterLoss: boolean;
}

/** What would let the pod run, the smallest change first, each with its size and its preview. */
export function WouldRun({ answer, isAfterLoss }: WouldRunProps) {
  const t = useT();
  return (
    <section className={styles.relaxations} aria-label={t('why.relaxations')}>
      <h4 className={styles.title}>{t('why.relaxations')}</h4>
      {answer === null && <p className={styles.note}>{t('why.relaxing')}</p>}
      {answer !== null && answer.relaxations.length === 0 && <p className={styles.note}>{t(answer.isComplete ? 'why.noRelaxation' : 'why.noneTried')}</p>}
      {answer !== null && answer.relaxations.length > 0 && (
        <>
          <p className={styles.note}>{t(answer.isComplete ? 'why.order' : 'why.orderTried')}</p>
          <ol className={styles.list}>
            {answer.relaxations.map((relaxation) => (
              <li key={relaxation.id} className={styles.relaxation}>
                <FixButton fix={relaxation} lead={isAfterLoss ? t('why.normally') : ''} />
                <Outcome relaxation={relaxation} isAfterLoss={isAfterLoss} />
              </li>
            ))}
          </ol>
        </>
      )}
    </section>
  );
}

/** What the change does for the pod, and how much it is. */
function Outcome({ relaxation: { node, resolved, pending, sizeText }, isAfterLoss }: { readonly relaxation: Relaxation; readonly isAfterLoss: boolean }) {
  const t = useT();
  const runs = resolved > 1 ? t('why.wouldRunWith', { node, count: resolved }) : t('why.wouldRun', { node });
  return (
    <span className={styles.note}>
      {isAfterLoss ? t('why.afterLoss', { runs, before: pending.before, after: pending.after }) : runs}
      <span className={styles.size}>{sizeText}</span>
    </span>
  );
}
