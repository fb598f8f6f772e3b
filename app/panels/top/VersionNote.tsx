import { version } from '../../../package.json';
import { useFormat } from '../../i18n/format';
import { useT } from '../../i18n/translate';
import { useEvaluation } from '../../stores/evaluation';
import styles from './VersionNote.module.css';

/** The version of the page and how old its prices are. */
export function VersionNote() {
  const t = useT();
  const format = useFormat();
  const dates = useEvaluation((state) => state.catalog?.priceDates);
  return (
    <span className={styles.note}>
      {dates !== undefined && <span>{t('top.prices', { date: format.date(dates.newest) })}</span>}
      <span>v{version}</span>
    </span>
  );
}
