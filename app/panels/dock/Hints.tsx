import { Check, X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { classNames } from '../../components/classNames';
import { IconButton } from '../../components/IconButton';
import { useT } from '../../i18n/translate';
import { readPreferences, writePreferences } from '../../persist/preferences';
import { useDocument } from '../../stores/document';
import { useSession } from '../../stores/session';
import styles from './Hints.module.css';

const hints = ['drag', 'kill', 'export'] as const;
type Hint = (typeof hints)[number];

/** Three things to try on the first visit. Each is ticked when it was done; all go when one closes them. */
export function Hints() {
  const t = useT();
  const [done, setDone] = useState<readonly string[]>(() => readPreferences().hintsClosed ?? []);

  useEffect(() => {
    const tick = (hint: Hint) =>
      setDone((before) => {
        if (before.includes(hint)) return before;
        const next = [...before, hint];
        writePreferences({ hintsClosed: next });
        return next;
      });
    const endDocument = useDocument.subscribe((state, before) => {
      const step = state.history.past.at(-1);
      if (state.design !== before.design && state.history.past.length > before.history.past.length && step?.label === 'step.move') tick('drag');
    });
    const endSession = useSession.subscribe((session) => {
      if (session.scenario.zones.length > 0 || session.scenario.nodes.length > 0) tick('kill');
      if (session.dialog === 'export') tick('export');
    });
    return () => {
      endDocument();
      endSession();
    };
  }, []);

  if (hints.every((hint) => done.includes(hint))) return <span className={styles.spring} />;
  return (
    <aside className={styles.hints} aria-label={t('hints.label')}>
      <span className={styles.title}>{t('hints.label')}</span>
      <ol className={styles.list}>
        {hints.map((hint, index) => {
          const isDone = done.includes(hint);
          return (
            <li key={hint} className={classNames(styles.hint, isDone && styles.done)}>
              <span className={styles.number} aria-hidden>
                {isDone ? <Check size={12} /> : index + 1}
              </span>
              {t(`hints.${hint}`)}
            </li>
          );
        })}
      </ol>
      <IconButton
        size="small"
        label={t('hints.close')}
        icon={<X size={14} />}
        onPress={() => {
          setDone(hints);
          writePreferences({ hintsClosed: [...hints] });
        }}
      />
    </aside>
  );
}
