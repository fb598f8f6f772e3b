import table from '../shared/table.module.css';
import { useCostT } from './useCostT';

/** The columns of the bill, and of the estimates beside it. */
export function CostHead() {
  const say = useCostT();
  return (
    <thead>
      <tr>
        <th scope="col">{say('cost.line')}</th>
        <th scope="col" className={table.number}>
          {say('cost.quantity')}
        </th>
        <th scope="col" className={table.number}>
          {say('cost.unitPrice')}
        </th>
        <th scope="col" className={table.number}>
          {say('cost.monthly')}
        </th>
      </tr>
    </thead>
  );
}
