import { useFormat } from '../../i18n/format';
import { useT } from '../../i18n/translate';
import { EntityChip } from '../shared/EntityChip';
import { usePages } from '../shared/usePages';
import styles from './Shares.module.css';

export interface SharesProps {
  readonly title: string;
  /** Name -> share of 1. */
  readonly shares: Readonly<Record<string, number>>;
  readonly dropped?: number;
  /** How the selection calls these names, e.g. `pod:`. */
  readonly prefix?: string;
  /** The share that each would get if all got the same; absent: the mean of those shown. */
  readonly even?: number;
  /** The share that fills a bar; absent: the largest. */
  readonly scale?: number;
}

/** Bars beside their figures, all to one scale: the even share is drawn, so that a skew is seen. */
export function Shares({ title, shares, dropped = 0, prefix, even, scale }: SharesProps) {
  const t = useT();
  const format = useFormat();
  const rows = Object.entries(shares);
  const { shown, more } = usePages(rows);
  const largest = scale ?? rows.reduce((most, [, share]) => Math.max(most, share), Math.max(dropped, 0.0001));
  const mean = even ?? (rows.length === 0 ? 0 : rows.reduce((sum, [, share]) => sum + share, 0) / rows.length);
  return (
    <section aria-label={title}>
      <h3 className={styles.title}>{title}</h3>
      <ul className={styles.list}>
        {shown.map(([name, share]) => (
          <li key={name} className={styles.row}>
            <span className={styles.name}>
              {prefix === undefined ? name : <EntityChip id={`${prefix}${name}`} text={name.startsWith('default/') ? name.slice(8) : name} />}
            </span>
            <span className={styles.track} aria-hidden>
              <span className={styles.bar} style={{ width: `${(share / largest) * 100}%` }} />
              <span className={styles.mean} style={{ left: `${(mean / largest) * 100}%` }} />
            </span>
            <span className={styles.share}>{format.percent(share)}</span>
          </li>
        ))}
        {dropped > 0 && (
          <li className={styles.row}>
            <span className={styles.name}>{t('traffic.dropped')}</span>
            <span className={styles.track} aria-hidden>
              <span className={styles.lost} style={{ width: `${(dropped / largest) * 100}%` }} />
            </span>
            <span className={styles.share}>{format.percent(dropped)}</span>
          </li>
        )}
      </ul>
      {more}
    </section>
  );
}
