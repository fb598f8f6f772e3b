import { EmptyState } from '../../components/EmptyState';
import { useT } from '../../i18n/translate';
import { useEvaluation } from '../../stores/evaluation';
import { TopicText } from './TopicText';
import { topicIds } from './topics';
import styles from './TrustPanel.module.css';

/** Every verdict's rule, side by side. */
export function TrustPanel() {
  const t = useT();
  const evaluation = useEvaluation((state) => state.evaluation);
  if (evaluation === null) return <EmptyState title={t('panel.evaluating')} />;
  return (
    <div className={styles.topics}>
      {topicIds.map((topic) => (
        <section key={topic} aria-labelledby={`trust-${topic}`}>
          <h3 id={`trust-${topic}`} className={styles.title}>
            {t(`dock.${topic}`)}
          </h3>
          <TopicText topic={topic} evaluation={evaluation} />
        </section>
      ))}
    </div>
  );
}
