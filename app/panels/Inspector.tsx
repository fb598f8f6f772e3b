import { lazy, Suspense } from 'react';
import { afterVerdict } from '../afterVerdict';
import { ErrorBoundary } from '../components/ErrorBoundary';
import { useT } from '../i18n/translate';
import styles from './Inspector.module.css';

const Content = lazy(async () => {
  await afterVerdict;
  return { default: (await import('./inspector/InspectorContent')).InspectorContent };
});

/** What is selected, to be edited; with nothing selected, the design's own settings. */
export function Inspector() {
  const t = useT();
  return (
    <aside className={styles.inspector} aria-label={t('inspector.label')}>
      <ErrorBoundary>
        <Suspense fallback={<p className={styles.loading}>{t('common.loading')}</p>}>
          <Content />
        </Suspense>
      </ErrorBoundary>
    </aside>
  );
}
