import type { Evaluation, FailureRow } from '#engine/evaluation';
import { useFormat } from '../../i18n/format';
import { useT } from '../../i18n/translate';
import { useSession } from '../../stores/session';
import { Mark } from '../shared/Mark';
import table from '../shared/table.module.css';
import { DatabaseCell, FileSystemCell, VolumesCell } from './DataCells';
import styles from './FailurePanel.module.css';
import { verdictTones } from './verdictTones';

/** What the matrix has columns for: names of workloads and Services, ids of databases and file systems. */
export interface MatrixColumns {
  readonly workloads: readonly string[];
  readonly services: readonly string[];
  readonly hasVolumes: boolean;
  readonly databases: readonly string[];
  readonly fileSystems: readonly string[];
}

interface MatrixRowProps {
  readonly row: FailureRow;
  readonly evaluation: Evaluation;
  readonly columns: MatrixColumns;
}

export function MatrixRow({ row, evaluation, columns }: MatrixRowProps) {
  const t = useT();
  const format = useFormat();
  const scenario = useSession((session) => session.scenario);
  const isCurrent = scenario.zones.toSorted().join() === row.zones.join() && scenario.nodes.toSorted().join() === row.nodes.join();
  const name = [...row.zones, ...row.nodes].join(' + ');
  const change = format.delta(row.cost.totalMonthly - evaluation.cost.totalMonthly, format.dollars);
  return (
    <tr data-current={isCurrent || undefined}>
      <th scope="row">
        <button
          type="button"
          className={styles.scenario}
          aria-pressed={isCurrent}
          onClick={() => useSession.setState({ scenario: isCurrent ? { zones: [], nodes: [] } : { zones: row.zones, nodes: row.nodes } })}
        >
          {name}
        </button>
      </th>
      <td>
        <Mark tone={row.keepsQuorum ? 'ok' : 'bad'}>{t(row.keepsQuorum ? 'quorum.kept' : 'quorum.lostQuorum')}</Mark>
      </td>
      <td className={table.number} title={t('failure.podsTitle', { lost: row.podsLost, pending: row.podsPendingAfter })}>
        {format.number(row.podsRunningAfter)}
        {row.podsPendingAfter > 0 && <span className={styles.pending}> {t('failure.pending', { count: row.podsPendingAfter })}</span>}
      </td>
      {columns.workloads.map((workload) => {
        const verdict = row.workloads.find((each) => each.name === workload);
        return (
          <td key={`w ${workload}`}>
            {verdict === undefined ? (
              '–'
            ) : (
              <span title={t('failure.workloadTitle', { before: verdict.before, after: verdict.after, needed: verdict.needed })}>
                <Mark tone={verdictTones[verdict.verdict]}>{`${verdict.after}/${verdict.before} ${t(`verdict.${verdict.verdict}`)}`}</Mark>
              </span>
            )}
          </td>
        );
      })}
      {columns.services.map((service) => (
        <td key={`s ${service}`}>
          <ServiceCell service={row.services.find((each) => each.name === service)} />
        </td>
      ))}
      {columns.hasVolumes && (
        <td>
          <VolumesCell volumes={row.volumes} />
        </td>
      )}
      {columns.databases.map((id) => (
        <td key={`d ${id}`}>
          <DatabaseCell database={row.databases.find((each) => each.id === id)} />
        </td>
      ))}
      {columns.fileSystems.map((id) => (
        <td key={`f ${id}`}>
          <FileSystemCell fileSystem={row.fileSystems.find((each) => each.id === id)} />
        </td>
      ))}
      <td className={table.number}>
        {format.cpu(row.capacity.cpuLeft)}, {format.memory(row.capacity.memoryLeft)}
      </td>
      <td className={table.number}>
        {format.dollars(row.cost.totalMonthly)} {change !== '' && <span className={table.quiet}>({change})</span>}
      </td>
    </tr>
  );
}

function ServiceCell({ service }: { readonly service: FailureRow['services'][number] | undefined }) {
  const t = useT();
  const format = useFormat();
  if (service === undefined) return '–';
  if (service.dropped > 0) return <Mark tone="bad">{t('failure.dropped', { share: format.percent(service.dropped) })}</Mark>;
  return <Mark tone="ok">{service.skew === null ? t('failure.served') : t('failure.skew', { skew: format.number(service.skew, 2) })}</Mark>;
}
