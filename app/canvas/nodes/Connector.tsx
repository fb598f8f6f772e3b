import { useT } from '../../i18n/translate';
import styles from './nodes.module.css';

/** A knob to drag onto what is called: it makes a link. */
export function Connector({ id, title }: { readonly id: string; readonly title: string }) {
  const t = useT();
  return <span className={styles.connector} data-connect={id} title={t('board.connect', { name: title })} />;
}
