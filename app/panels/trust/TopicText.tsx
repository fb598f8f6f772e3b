import { ExternalLink } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Evaluation } from '#engine/evaluation';
import { useFormat } from '../../i18n/format';
import { topics } from './topics';
import type { Topic, TopicId } from './topics';
import styles from './TopicText.module.css';
import { useTrustT } from './useTrustT';

/** The rule behind a verdict in words and numbers. */
export function TopicText({ topic, evaluation }: { readonly topic: TopicId; readonly evaluation: Evaluation }) {
  const t = useTrustT();
  const format = useFormat();
  const { rule, formula, sources, version, assumptions, notModelled }: Topic = topics[topic];
  const lines = formula(evaluation, t, format);
  return (
    <dl className={styles.topic}>
      <Part title={t('trust.rule')}>{t(rule as 'trust.quorum.rule')}</Part>
      {lines.length > 0 && (
        <Part title={t('trust.formula')}>
          {lines.map((line) => (
            <code key={line} className={styles.formula}>
              {line}
            </code>
          ))}
        </Part>
      )}
      <Part title={t('trust.holdsFor')}>{version(evaluation, t, format)}</Part>
      <Part title={t('trust.sources')}>
        <ul>
          {sources.map((source) => (
            <li key={source.url}>
              <a href={source.url} target="_blank" rel="noreferrer" className={styles.link}>
                {source.title}
                <ExternalLink size={12} aria-hidden />
              </a>
            </li>
          ))}
        </ul>
      </Part>
      <Part title={t('trust.assumptions')}>
        <ul className={styles.bullets}>
          {assumptions.map((key) => (
            <li key={key}>{t(key as 'trust.quorum.assume1')}</li>
          ))}
        </ul>
      </Part>
      <Part title={t('trust.notModelled')}>
        <ul className={styles.bullets}>
          {notModelled.map((key) => (
            <li key={key}>{t(key as 'trust.quorum.not1')}</li>
          ))}
        </ul>
      </Part>
    </dl>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{title}</dt>
      <dd>{children}</dd>
    </div>
  );
}
