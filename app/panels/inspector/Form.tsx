import { useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { useFieldTexts } from './fieldText';
import styles from './Form.module.css';

export interface FormProps {
  readonly title: string;
  /** What kind of thing it is, above the title. */
  readonly eyebrow?: string;
  readonly actions?: ReactNode;
  /** Called when another field gets the focus: typing there is another undo step. */
  readonly onFieldChange?: () => void;
  readonly children: ReactNode;
}

/** The frame of the inspector's forms: title above, fields, and at the foot what the field at hand means. */
export function Form({ title, eyebrow, actions, onFieldChange, children }: FormProps) {
  const texts = useFieldTexts();
  const [focused, setFocused] = useState<string | null>(null);
  const [pointed, setPointed] = useState<string | null>(null);
  const last = useRef<EventTarget | null>(null);
  const key = pointed ?? focused;
  const text = key === null ? null : texts.text(key);
  return (
    <div
      className={styles.form}
      onFocus={(event) => {
        setFocused(fieldOf(event.target));
        if (last.current !== event.target) onFieldChange?.();
        last.current = event.target;
      }}
      onBlur={() => setFocused(null)}
      onPointerOver={(event) => setPointed(fieldOf(event.target))}
      onPointerLeave={() => setPointed(null)}
    >
      <header className={styles.header}>
        <div className={styles.names}>
          {eyebrow !== undefined && <span className={styles.eyebrow}>{eyebrow}</span>}
          <h2 className={styles.title} title={title}>
            {title}
          </h2>
        </div>
        {actions}
      </header>
      <div className={styles.body}>{children}</div>
      {text !== null && text[1] !== '' && (
        // The controls carry the same text for screen readers.
        <p className={styles.help} aria-hidden>
          <strong>{text[0]}</strong> {text[1]}
        </p>
      )}
    </div>
  );
}

function fieldOf(target: EventTarget): string | null {
  return target instanceof Element ? (target.closest<HTMLElement>('[data-field]')?.dataset['field'] ?? null) : null;
}
