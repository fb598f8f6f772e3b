import { useState } from 'react';
import type { ReactNode } from 'react';
import { Button } from '../../components/Button';
import { useT } from '../../i18n/translate';
import styles from './usePages.module.css';

/** So many rows are drawn at first, and with each press more. */
const page = 60;

/** The rows of a long table that are drawn, and the button for more of them; null where all are. */
export function usePages<Row>(rows: readonly Row[]): { readonly shown: readonly Row[]; readonly more: ReactNode } {
  const t = useT();
  const [count, setCount] = useState(page);
  const more = rows.length > count && (
    <p className={styles.more}>
      <Button look="quiet" onPress={() => setCount(count + page)}>
        {t('common.more', { count: rows.length - count })}
      </Button>
    </p>
  );
  return { shown: rows.slice(0, count), more: more || null };
}
