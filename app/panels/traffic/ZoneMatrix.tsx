import type { Traffic } from '#engine/evaluation';
import { EmptyState } from '../../components/EmptyState';
import { useFormat } from '../../i18n/format';
import { useT } from '../../i18n/translate';
import table from '../shared/table.module.css';
import styles from './ZoneMatrix.module.css';

/** Bytes a second from zone to zone, all links together; what crosses a border is marked. */
export function ZoneMatrix({ matrix }: { readonly matrix: Traffic['zoneMatrix'] }) {
  const t = useT();
  const format = useFormat();
  const names = [...new Set(matrix.flatMap((cell) => [cell.from, cell.to]))].toSorted();
  const cells = new Map(matrix.map((cell) => [`${cell.from} ${cell.to}`, cell.bytesPerSecond]));
  if (names.length === 0) return <EmptyState title={t('traffic.noFlow')}>{t('traffic.noClientText')}</EmptyState>;
  return (
    <table className={table.table}>
      <caption className={styles.caption}>{t('traffic.matrix')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('traffic.fromTo')}</th>
          {names.map((name) => (
            <th key={name} scope="col" className={table.number}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {names.map((from) => (
          <tr key={from}>
            <th scope="row">{from}</th>
            {names.map((to) => {
              const bytes = cells.get(`${from} ${to}`) ?? 0;
              const crosses = from !== to && from !== 'internet' && to !== 'internet';
              return (
                <td key={to} className={table.number}>
                  {bytes === 0 ? <span className={table.quiet}>–</span> : <span className={crosses ? styles.cross : undefined}>{format.bytesPerSecond(bytes)}</span>}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
