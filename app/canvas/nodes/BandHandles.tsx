import { useT } from '../../i18n/translate';
import styles from './nodes.module.css';

/** Grips at both ends of a band: dragged over another column they add its zone, dragged back they give it up. */
export function BandHandles({ id, title }: { readonly id: string; readonly title: string }) {
  const t = useT();
  return (
    <>
      <span className={styles.grip} data-band={id} data-edge="start" title={t('board.stretch', { name: title })} />
      <span className={styles.grip} data-band={id} data-edge="end" title={t('board.stretch', { name: title })} />
    </>
  );
}
