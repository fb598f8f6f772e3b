import { EmptyState } from '../../components/EmptyState';
import { useT } from '../../i18n/translate';
import { useEvaluation } from '../../stores/evaluation';
import { TopicText } from './TopicText';
import { topicIds } from './topics';
import { useTopicTitle } from './useTopicTitle';
import { VersionRules } from './VersionRules';
import styles from './TrustPanel.module.css';

/** Which version's rules hold, and every verdict's rule, side by side. */
export function TrustPanel() {
  const t = useT();
  const titleOf = useTopicTitle();
  const evaluation = useEvaluation((state) => state.evaluation);
  if (evaluation === null) return <EmptyState title={t('panel.evaluating')} />;
  return (
    <>
      <VersionRules />
      <div className={styles.topics}>
        {topicIds.map((topic) => (
          <div key={topic}>
            <h3 className={styles.title}>{titleOf(topic)}</h3>
            <TopicText topic={topic} evaluation={evaluation} />
          </div>
        ))}
      </div>
    </>
  );
}
