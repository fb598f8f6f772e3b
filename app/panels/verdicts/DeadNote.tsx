import { PowerOff } from 'lucide-react';
import { Button } from '../../components/Button';
import { Keys } from '../../components/Keys';
import { useT } from '../../i18n/translate';
import { useSession } from '../../stores/session';
import styles from './DeadNote.module.css';

/** Says what is dead, with the way back. */
export function DeadNote() {
  const t = useT();
  const scenario = useSession((session) => session.scenario);
  const reviveAll = useSession((session) => session.reviveAll);
  const dead = [...scenario.zones, ...scenario.nodes];
  if (dead.length === 0) return null;
  const names = dead.length > 2 ? `${dead.slice(0, 2).join(', ')} ${t('common.more', { count: dead.length - 2 })}` : dead.join(', ');
  return (
    <output className={styles.note}>
      <PowerOff size={14} aria-hidden />
      <span className={styles.names}>{t('verdicts.dead', { names })}</span>
      <Button look="quiet" onPress={reviveAll}>
        {t('verdicts.revive')} <Keys keys="0" />
      </Button>
    </output>
  );
}
