import type { Evenness } from '#engine/routing/evenness';
import styles from './Lorenz.module.css';

const size = 48;

/** A Lorenz curve: the further it hangs below the diagonal, the less even. Its figures stand beside it. */
export function Lorenz({ evenness: { curve } }: { readonly evenness: Evenness }) {
  const points = curve.map(({ pods, requests }) => `${size * pods} ${size * (1 - requests)}`).join('L');
  return (
    <svg className={styles.lorenz} viewBox={`-1 -1 ${size + 2} ${size + 2}`} width={size} height={size} aria-hidden>
      <rect width={size} height={size} className={styles.frame} />
      <path d={`M${points}z`} className={styles.area} />
      <path d={`M0 ${size}L${size} 0`} className={styles.even} />
      <path d={`M${points}`} className={styles.curve} />
    </svg>
  );
}
