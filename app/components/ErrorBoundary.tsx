import { Component } from 'react';
import type { ReactNode } from 'react';
import { useT } from '../i18n/translate';
import { Button } from './Button';
import { EmptyState } from './EmptyState';

interface Props {
  readonly children: ReactNode;
  /** Shown instead when something below failed; by default a sentence and a button to try again. */
  readonly fallback?: (error: Error, retry: () => void) => ReactNode;
}

interface State {
  readonly error: Error | null;
}

/** Keeps a failure in one part of the page from taking the rest with it. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { error: null };

  static getDerivedStateFromError(error: unknown): State {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  private readonly retry = () => this.setState({ error: null });

  override render(): ReactNode {
    const { error } = this.state;
    if (error === null) return this.props.children;
    return this.props.fallback?.(error, this.retry) ?? <Failed error={error} retry={this.retry} />;
  }
}

function Failed({ error, retry }: { readonly error: Error; readonly retry: () => void }) {
  const t = useT();
  return (
    <EmptyState title={t('common.failed')} action={<Button onPress={retry}>{t('common.retry')}</Button>}>
      {t('common.failedKept')} ({error.message})
    </EmptyState>
  );
}
