import { commands } from '../../commands/commands';
import { Dialog } from '../../components/Dialog';
import { Keys } from '../../components/Keys';
import { useT } from '../../i18n/translate';
import { useSession } from '../../stores/session';
import styles from './ShortcutsDialog.module.css';

const groups = ['board', 'edit', 'failure', 'view', 'file'] as const;

/** Every key, from the same list that the keys act by. */
export function ShortcutsDialog() {
  const t = useT();
  const close = useSession((session) => session.closeDialog);
  return (
    <Dialog title={t('shortcuts.title')} onClose={close}>
      <p className={styles.note}>{t('shortcuts.note')}</p>
      <div className={styles.groups}>
        {groups.map((group) => {
          const listed = commands.filter((command) => command.group === group && command.keys.length > 0);
          if (listed.length === 0) return null;
          return (
            <section key={group} className={styles.group} aria-labelledby={`shortcuts-${group}`}>
              <h3 id={`shortcuts-${group}`}>{t(`shortcuts.${group}`)}</h3>
              <dl>
                {listed.map((command) => (
                  <div key={command.id} className={styles.row}>
                    <dt>{t(command.label as 'common.close')}</dt>
                    <dd>
                      {command.keys.map((keys) => (
                        <Keys key={keys} keys={keys} />
                      ))}
                    </dd>
                  </div>
                ))}
              </dl>
            </section>
          );
        })}
      </div>
    </Dialog>
  );
}
