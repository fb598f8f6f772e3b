import { useMemo } from 'react';
import styles from './ExportDialog.module.css';
import { tokenize } from './tokenize';

/** Beyond this colouring would be felt; the text is shown plain. */
const colouredLength = 200_000;

/** A file's text, coloured. */
export function Code({ path, text }: { readonly path: string; readonly text: string }) {
  const tokens = useMemo(() => (text.length > colouredLength ? [{ type: 'plain' as const, text }] : tokenize(path, text)), [path, text]);
  return (
    // Scrollable by keyboard, too.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className={styles.code} tabIndex={0} aria-label={path}>
      <code>
        {tokens.map((token, index) =>
          token.type === 'plain' ? (
            token.text
          ) : (
            // Parts of a text have no identity but their place.
            // oxlint-disable-next-line react/no-array-index-key
            <span key={index} className={styles[token.type]}>
              {token.text}
            </span>
          ),
        )}
      </code>
    </section>
  );
}
