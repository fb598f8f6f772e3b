import type { WorkloadDuring } from '#engine/maintenance/maintenance';
import { useFormat } from '../../i18n/format';
import { Mark } from '../shared/Mark';
import { shortName } from '../shared/shortName';
import table from '../shared/table.module.css';
import styles from './MaintenancePanel.module.css';
import { useMaintenanceT } from './useMaintenanceT';
import { useWords } from './useWords';

const columns = ['before', 'lowest', 'after', 'needed'] as const;

/** How many pods of each workload run: before, at the worst moment, at the end, and how many must. */
export function WorkloadsDuring({ workloads }: { readonly workloads: readonly WorkloadDuring[] }) {
  const say = useMaintenanceT();
  const words = useWords();
  const format = useFormat();
  if (workloads.length === 0) return null;
  return (
    <>
      <h3>{say('maintenance.workloads')}</h3>
      <table className={table.table}>
        <thead>
          <tr className={styles.heads}>
            <th scope="col">{words.workload}</th>
            {columns.map((column) => (
              <th key={column} scope="col" className={table.number}>
                {words[column]}
              </th>
            ))}
            <th scope="col">{say('maintenance.atLowest')}</th>
          </tr>
        </thead>
        <tbody>
          {workloads.map((workload) => (
            <tr key={workload.name}>
              <th scope="row" title={workload.name}>
                {shortName(workload.name)}
              </th>
              {columns.map((column) => (
                <td key={column} className={table.number}>
                  {format.number(workload[column])}
                </td>
              ))}
              <td>
                <Mark tone={workload.lowest >= workload.needed ? 'ok' : 'bad'}>{say(workload.lowest >= workload.needed ? 'maintenance.enough' : 'maintenance.tooFew')}</Mark>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
