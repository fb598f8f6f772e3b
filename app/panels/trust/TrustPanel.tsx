import { EmptyState } from '../../components/EmptyState';
import { useT } from '../../i18n/translate';
import { useEvaluation } from '../../stores/evaluation';
import type { DockPanel } from '../../stores/session';
import { TopicText } from './TopicText';
import { topicIds, topics } from './topics';
import type { Topic, TopicId } from './topics';
import { useTrustT } from './useTrustT';
import { VersionRules } from './VersionRules';
import styles from './TrustPanel.module.css';

/** Which version's rules hold, and every verdict's rule, side by side. */
export function TrustPanel() {
  const t = useT();
  const say = useTrustT();
  const evaluation = useEvaluation((state) => state.evaluation);
  if (evaluation === null) return <EmptyState title={t('panel.evaluating')} />;
  const titleOf = (id: TopicId) => {
    const { title }: Topic = topics[id];
    return title === undefined ? t(`dock.${id as DockPanel}`) : say(title as 'trust.title.karpenter');
  };
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
