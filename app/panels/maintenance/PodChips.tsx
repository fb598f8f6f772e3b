import { useT } from '../../i18n/translate';
import { EntityChip } from '../shared/EntityChip';
import { shortName } from '../shared/shortName';
import styles from './MaintenancePanel.module.css';

/** As many as a step can show without hiding the next. */
const most = 16;

/** Pods of a step, and where each goes. */
export function PodChips({ pods }: { readonly pods: readonly { readonly pod: string; readonly to?: string }[] }) {
  const t = useT();
  return (
    <span className={styles.chips}>
      {pods.slice(0, most).map(({ pod, to }) => (
        <span key={pod}>
          <EntityChip id={`pod:${pod}`} text={shortName(pod)} />
          {to !== undefined && ` → ${to}`}
        </span>
      ))}
      {pods.length > most && <span>{t('common.more', { count: pods.length - most })}</span>}
    </span>
  );
}
