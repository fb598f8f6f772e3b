import type { ReactNode } from 'react';
import type { MarkTone } from '../shared/Mark';
import styles from './RandomFailures.module.css';

interface ShareBarProps {
  /** Shares that add up to 1, from the best to the worst. */
  readonly parts: readonly { readonly tone: Exclude<MarkTone, 'info'>; readonly share: number }[];
  /** The same in figures. */
  readonly children: ReactNode;
}

/** A bar of shares and its figures. */
export function ShareBar({ parts, children }: ShareBarProps) {
  return (
    <span className={styles.shares}>
      <span className={styles.stack} aria-hidden>
        {parts.map(({ tone, share }) => share > 0 && <span key={tone} className={styles[tone]} style={{ width: `${share * 100}%` }} />)}
      </span>
      <span className={styles.figures}>{children}</span>
    </span>
  );
}
