import { showDraw } from '../../commands/draw';
import { classNames } from '../../components/classNames';
import { useFormat } from '../../i18n/format';
import { useT } from '../../i18n/translate';
import { useDocument } from '../../stores/document';
import styles from './Histogram.module.css';

export interface HistogramBar {
  /** In full, for the name of the bar. */
  readonly value: string;
  /** What fits below it. */
  readonly label: string;
  readonly draws: number;
  /** Of a draw in it. */
  readonly seed: number | null;
  readonly tone?: 'ok' | 'warn' | 'bad';
}

/** How often each value came out, from the best to the worst; pressing a bar shows a draw with it. */
export function Histogram({ bars, draws }: { readonly bars: readonly HistogramBar[]; readonly draws: number }) {
  const t = useT();
  const format = useFormat();
  const shown = useDocument((state) => state.design.settings.seed);
  return (
    <ul className={styles.bars}>
      {bars.map(({ value, label, draws: own, seed, tone }) => {
        const share = own / draws;
        const name = t('draws.bar', { value, count: format.number(own), share: format.percent(share) });
        return (
          <li key={value}>
            <button type="button" className={styles.bar} title={name} aria-label={name} aria-pressed={seed === shown} onClick={() => showDraw(seed)}>
              <span className={styles.track} aria-hidden>
                <span className={classNames(styles.fill, tone !== undefined && styles[tone])} style={{ height: `${share * 100}%` }} />
              </span>
              <span className={styles.label} aria-hidden>
                {label}
              </span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
