import type { ReactNode } from 'react';
import styles from './Alternatives.module.css';

/** A table that may be wider than the panel: it scrolls by itself, by the keyboard, too. */
export function Wide({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    // What scrolls must take the focus, or a keyboard cannot scroll it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className={styles.scroll} aria-label={label} tabIndex={0}>
      {children}
    </section>
  );
}
