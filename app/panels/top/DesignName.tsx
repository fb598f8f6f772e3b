import { useState } from 'react';
import { useT } from '../../i18n/translate';
import { useDocument } from '../../stores/document';
import styles from './DesignName.module.css';

/** The design's name, edited where it stands; typing is one step. */
export function DesignName() {
  const t = useT();
  const name = useDocument((state) => state.design.name);
  const dispatch = useDocument((state) => state.dispatch);
  const [typed, setTyped] = useState<string | null>(null);
  const shown = typed ?? name;
  return (
    <span className={styles.name} data-value={shown === '' ? t('persist.untitled') : shown}>
      <input
        aria-label={t('top.name')}
        title={shown}
        placeholder={t('persist.untitled')}
        value={shown}
        maxLength={200}
        size={4}
        spellCheck="false"
        autoComplete="off"
        onChange={(event) => {
          const next = event.target.value;
          setTyped(next);
          if (next.trim() !== '') dispatch({ type: 'design', fields: { name: next } }, { label: 'step.rename', coalesce: 'design/name' });
        }}
        onBlur={() => setTyped(null)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' || event.key === 'Escape') event.currentTarget.blur();
          event.stopPropagation();
        }}
      />
    </span>
  );
}
