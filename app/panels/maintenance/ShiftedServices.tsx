import type { ShiftedService } from '#engine/maintenance/zonalShift';
import { useFormat } from '../../i18n/format';
import { Mark } from '../shared/Mark';
import { shortName } from '../shared/shortName';
import table from '../shared/table.module.css';
import styles from './MaintenancePanel.module.css';
import { useWords } from './useWords';

/** Where requests go before and during a zonal shift. */
export function ShiftedServices({ services }: { readonly services: readonly ShiftedService[] }) {
  const words = useWords();
  const format = useFormat();
  const zones = (shares: Readonly<Record<string, number>>) =>
    Object.entries(shares)
      .map(([zone, share]) => `${zone} ${format.percent(share)}`)
      .join(', ') || words.nothing;
  if (services.length === 0) return null;
  return (
    <table className={table.table}>
      <thead>
        <tr className={styles.heads}>
          <th scope="col">{words.service}</th>
          <th scope="col">{words.shift.endpoints}</th>
          <th scope="col">{words.shift.load}</th>
          <th scope="col">{words.dropped}</th>
          <th scope="col">{words.before}</th>
          <th scope="col">{words.after}</th>
        </tr>
      </thead>
      <tbody>
        {services.map(({ name, endpoints, loadFactor, dropped, zoneShares }) => (
          <tr key={name}>
            <th scope="row" title={name}>
              {shortName(name)}
            </th>
            <td>{`${format.number(endpoints.before)} → ${format.number(endpoints.after)}`}</td>
            <td>{loadFactor === null ? '–' : `× ${format.number(loadFactor, 2)}`}</td>
            <td>
              <Mark tone={dropped.after > 0 ? 'bad' : 'ok'}>{format.percent(dropped.after)}</Mark>
            </td>
            <td>{zones(zoneShares.before)}</td>
            <td>{zones(zoneShares.after)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
