import type { CostFlow } from '#engine/evaluation';
import { useFormat } from '../../i18n/format';
import table from '../shared/table.module.css';
import styles from './CostPanel.module.css';
import { useCostT } from './useCostT';

const shownWays = 12;

/** The ways between zones whose bytes a line charges, the most first. */
export function Flows({ flows }: { readonly flows: readonly CostFlow[] }) {
  const say = useCostT();
  const format = useFormat();
  const heads = ['cost.requests', 'cost.there', 'cost.back', 'cost.share', 'cost.charged'] as const;
  return (
    <table className={styles.flows}>
      <thead>
        <tr>
          <th scope="col">{say('cost.way')}</th>
          {heads.map((head) => (
            <th key={head} scope="col" className={table.number}>
              {say(head)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {flows.slice(0, shownWays).map((flow) => (
          <tr key={`${flow.from} ${flow.to}`}>
            <th scope="row">
              {flow.from} → {flow.to}
            </th>
            <td className={table.number}>{format.unit(flow.requestsPerSecond, '/s', 2)}</td>
            <td className={table.number}>{format.unit(flow.bytesThere, 'B')}</td>
            <td className={table.number}>{format.unit(flow.bytesBack, 'B')}</td>
            <td className={table.number}>{format.percent(flow.share)}</td>
            <td className={table.number}>{format.unit(flow.quantity, 'GB', 2)}</td>
          </tr>
        ))}
        {flows.length > shownWays && (
          <tr>
            <td colSpan={6}>{say('cost.moreWays', { count: flows.length - shownWays })}</td>
          </tr>
        )}
      </tbody>
    </table>
  );
}
