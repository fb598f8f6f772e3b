import type { ReactNode } from 'react';
import type { Evaluation } from '#engine/evaluation';
import { Disclosure } from '../../components/Disclosure';
import { EmptyState } from '../../components/EmptyState';
import { useT } from '../../i18n/translate';
import { useEvaluation } from '../../stores/evaluation';
import { TopicText } from '../trust/TopicText';
import type { TopicId } from '../trust/topics';
import { useTopicTitle } from '../trust/useTopicTitle';
import { useTrustT } from '../trust/useTrustT';
import styles from './PanelFrame.module.css';

export interface PanelFrameProps {
  /** Whose rule and sources stand beside the content. */
  readonly topic: TopicId;
  /** Of parts of the content; folded below it. */
  readonly more?: readonly TopicId[];
  readonly children: (evaluation: Evaluation) => ReactNode;
}

/** A panel of the dock: its content, and beside it the rule, the source and what is not modelled. */
export function PanelFrame({ topic, more, children }: PanelFrameProps) {
  const t = useT();
  const say = useTrustT();
  const titleOf = useTopicTitle();
  const evaluation = useEvaluation((state) => state.evaluation);
  const status = useEvaluation((state) => state.status);
  const error = useEvaluation((state) => state.error);
  if (evaluation === null) {
    if (status !== 'error') return <EmptyState title={t('panel.evaluating')} />;
    return <EmptyState title={t('panel.failed')}>{error}</EmptyState>;
  }
  return (
    <div className={styles.frame}>
      <div className={styles.content}>
        {children(evaluation)}
      </div>
      <aside className={styles.side} aria-label={say('trust.label')}>
        <TopicText topic={topic} evaluation={evaluation} />
        {more?.map((each) => (
          <Disclosure key={each} title={titleOf(each)}>
            <TopicText topic={each} evaluation={evaluation} />
          </Disclosure>
        ))}
      </aside>
    </div>
  );
}
