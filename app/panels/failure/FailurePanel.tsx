import { useState } from 'react';
import type { Evaluation, FailureRow, WorkloadVerdict } from '#engine/evaluation';
import { Button } from '../../components/Button';
import { EmptyState } from '../../components/EmptyState';
import { useFormat } from '../../i18n/format';
import { useT } from '../../i18n/translate';
import { useSession } from '../../stores/session';
import { Mark } from '../shared/Mark';
import type { MarkTone } from '../shared/Mark';
import { PanelFrame } from '../shared/PanelFrame';
import table from '../shared/table.module.css';
import { Aftermath } from './Aftermath';
import { Timeline } from './Timeline';
import styles from './FailurePanel.module.css';

/** The N-1 matrix: what each loss of a zone or a node means. A row can be lived through on the board. */
export function FailurePanel() {
  return <PanelFrame topic="failure">{(evaluation) => <Matrix evaluation={evaluation} />}</PanelFrame>;
}

/** More node rows are shown on demand. */
const rowsAtFirst = 12;

function Matrix({ evaluation }: { readonly evaluation: Evaluation }) {
  const t = useT();
  const [showsAll, setShowsAll] = useState(false);
  const zones = evaluation.failures.filter((row) => row.zones.length > 0);
  const nodes = evaluation.failures.filter((row) => row.zones.length === 0);
  const workloads = [...new Set(evaluation.failures.flatMap((row) => row.workloads.map((workload) => workload.name)))];
  const services = [...new Set(evaluation.failures.flatMap((row) => row.services.map((service) => service.name)))];
  if (evaluation.failures.length === 0) return <EmptyState title={t('failure.empty')}>{t('failure.emptyText')}</EmptyState>;
  const shownNodes = showsAll ? nodes : nodes.slice(0, rowsAtFirst);
  const columns = 6 + workloads.length + services.length;
  const body = (title: string, rows: readonly FailureRow[]) =>
    rows.length > 0 && (
      <tbody>
        <tr className={table.group}>
          <th scope="colgroup" colSpan={columns}>
            {title}
          </th>
        </tr>
        {rows.map((row) => (
          <Row key={[...row.zones, ...row.nodes].join(' ')} row={row} evaluation={evaluation} workloads={workloads} services={services} />
        ))}
      </tbody>
    );
  return (
    <>
      <Aftermath />
      <Timeline />
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">{t('failure.lost')}</th>
            <th scope="col">{t('failure.quorum')}</th>
            <th scope="col" className={table.number}>
              {t('failure.pods')}
            </th>
            {workloads.map((name) => (
              <th key={`w ${name}`} scope="col" className={table.named} title={name}>
                {shortName(name)}
              </th>
            ))}
            {services.map((name) => (
              <th key={`s ${name}`} scope="col" className={table.named} title={name}>
                {t('failure.service', { name: shortName(name) })}
              </th>
            ))}
            <th scope="col" className={table.number}>
              {t('failure.capacity')}
            </th>
            <th scope="col" className={table.number}>
              {t('failure.cost')}
            </th>
          </tr>
        </thead>
        {body(t('failure.zones'), zones)}
        {body(t('failure.nodes'), shownNodes)}
      </table>
      {shownNodes.length < nodes.length && (
        <div className={styles.more}>
          <Button look="quiet" onPress={() => setShowsAll(true)}>
            {t('common.showAll', { count: nodes.length })}
          </Button>
        </div>
      )}
    </>
  );
}

function shortName(name: string): string {
  return name.startsWith('default/') ? name.slice('default/'.length) : name;
}

const tones: Readonly<Record<WorkloadVerdict, MarkTone>> = { survives: 'ok', degraded: 'warn', down: 'bad' };

interface RowProps {
  readonly row: FailureRow;
  readonly evaluation: Evaluation;
  readonly workloads: readonly string[];
  readonly services: readonly string[];
}

function Row({ row, evaluation, workloads, services }: RowProps) {
  const t = useT();
  const format = useFormat();
  const scenario = useSession((session) => session.scenario);
  const isCurrent = scenario.zones.join() === row.zones.join() && scenario.nodes.join() === row.nodes.join();
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
      {workloads.map((workload) => {
        const verdict = row.workloads.find((each) => each.name === workload);
        return (
          <td key={`w ${workload}`}>
            {verdict === undefined ? (
              '–'
            ) : (
              <span title={t('failure.workloadTitle', { before: verdict.before, after: verdict.after, needed: verdict.needed })}>
                <Mark tone={tones[verdict.verdict]}>{`${verdict.after}/${verdict.before} ${t(`verdict.${verdict.verdict}`)}`}</Mark>
              </span>
            )}
          </td>
        );
      })}
      {services.map((service) => {
        const traffic = row.services.find((each) => each.name === service);
        return (
          <td key={`s ${service}`}>
            {traffic === undefined ? (
              '–'
            ) : (
              <Mark tone={traffic.dropped > 0 ? 'bad' : 'ok'}>
                {traffic.dropped > 0
                  ? t('failure.dropped', { share: format.percent(traffic.dropped) })
                  : traffic.skew === null
                    ? t('failure.served')
                    : t('failure.skew', { skew: format.number(traffic.skew, 2) })}
              </Mark>
            )}
          </td>
        );
      })}
      <td className={table.number}>
        {format.cpu(row.capacity.cpuLeft)}, {format.memory(row.capacity.memoryLeft)}
      </td>
      <td className={table.number}>
        {format.dollars(row.cost.totalMonthly)} {change !== '' && <span className={table.quiet}>({change})</span>}
      </td>
    </tr>
  );
}
