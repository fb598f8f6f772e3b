import { classNames } from '../../components/classNames';
import styles from './Track.module.css';

/** A bar that is filled to a share from 0 to 1; its number stands beside it. */
export function Track({ share, isFull = false }: { readonly share: number; readonly isFull?: boolean }) {
  return (
    <span className={styles.track} aria-hidden>
      <span className={classNames(styles.fill, isFull && styles.full)} style={{ width: `${Math.min(1, share) * 100}%` }} />
    </span>
  );
}
