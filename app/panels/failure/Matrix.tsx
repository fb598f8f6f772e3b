import { useState } from 'react';
import type { Evaluation, FailureRow } from '#engine/evaluation';
import { Button } from '../../components/Button';
import { useT } from '../../i18n/translate';
import { useDocument } from '../../stores/document';
import { createAnalysis, isAboutSame } from '../../worker/analysis';
import { AnalysisStatus } from '../shared/AnalysisStatus';
import { nameOfId } from '../shared/entityName';
import { shortName } from '../shared/shortName';
import table from '../shared/table.module.css';
import styles from './FailurePanel.module.css';
import { MatrixRow } from './MatrixRow';
import type { MatrixColumns } from './MatrixRow';
import { useFailuresT } from './useFailuresT';

/** More node rows are shown on demand. */
const rowsAtFirst = 12;

const pairs = createAnalysis<readonly FailureRow[]>();

/** The N-1 matrix: what each loss of a zone or a node means; on request of two zones at once. A row can be lived through on the board. */
export function Matrix({ evaluation }: { readonly evaluation: Evaluation }) {
  const t = useT();
  const say = useFailuresT();
  const [showsAll, setShowsAll] = useState(false);
  const { status, answer, design: asked } = pairs.use();
  const design = useDocument((state) => state.design);
  const zones = evaluation.failures.filter((row) => row.zones.length > 0);
  const nodes = evaluation.failures.filter((row) => row.zones.length === 0);
  const two = answer !== null && asked !== null && isAboutSame(asked, design) ? answer : [];
  const columns = columnsOf([...evaluation.failures, ...two]);
  const shownNodes = showsAll ? nodes : nodes.slice(0, rowsAtFirst);
  const body = (title: string, rows: readonly FailureRow[]) =>
    rows.length > 0 && (
      <tbody>
        <tr className={table.group}>
          <th scope="colgroup" colSpan={5 + columns.workloads.length + columns.services.length + columns.databases.length + columns.fileSystems.length + (columns.hasVolumes ? 1 : 0)}>
            {title}
          </th>
        </tr>
        {rows.map((row) => (
          <MatrixRow key={[...row.zones, ...row.nodes].join(' ')} row={row} evaluation={evaluation} columns={columns} />
        ))}
      </tbody>
    );
  const named = (key: string, title: string, text: string) => (
    <th key={key} scope="col" className={table.named} title={title}>
      {text}
    </th>
  );
  return (
    <>
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">{t('failure.lost')}</th>
            <th scope="col">{t('failure.quorum')}</th>
            <th scope="col" className={table.number}>
              {t('failure.pods')}
            </th>
            {columns.workloads.map((name) => named(`w ${name}`, name, shortName(name)))}
            {columns.services.map((name) => named(`s ${name}`, name, t('failure.service', { name: shortName(name) })))}
            {columns.hasVolumes && <th scope="col">{say('matrix.volumes')}</th>}
            {columns.databases.map((id) => named(`d ${id}`, id, say('matrix.database', { name: nameOfId(design, id) })))}
            {columns.fileSystems.map((id) => named(`f ${id}`, id, say('matrix.fileSystem', { name: nameOfId(design, id) })))}
            <th scope="col" className={table.number}>
              {t('failure.capacity')}
            </th>
            <th scope="col" className={table.number}>
              {t('failure.cost')}
            </th>
          </tr>
        </thead>
        {body(t('failure.zones'), zones)}
        {body(say('matrix.pairs'), two)}
        {body(t('failure.nodes'), shownNodes)}
      </table>
      <div className={styles.more}>
        {shownNodes.length < nodes.length && (
          <Button look="quiet" onPress={() => setShowsAll(true)}>
            {t('common.showAll', { count: nodes.length })}
          </Button>
        )}
        {zones.length > 1 && two.length === 0 && status !== 'running' && (
          <Button onPress={() => void pairs.start(design, (analyses) => analyses.zonePairs(design))}>
            {say('matrix.askPairs')}
          </Button>
        )}
        {(status === 'running' || status === 'error') && <AnalysisStatus of={pairs} />}
      </div>
    </>
  );
}

function columnsOf(rows: readonly FailureRow[]): MatrixColumns {
  const each = (names: (row: FailureRow) => readonly string[]) => [...new Set(rows.flatMap(names))];
  return {
    workloads: each((row) => row.workloads.map(({ name }) => name)),
    services: each((row) => row.services.map(({ name }) => name)),
    hasVolumes: rows.some((row) => row.volumes.unreachable.length > 0),
    databases: each((row) => row.databases.map(({ id }) => id)),
    fileSystems: each((row) => row.fileSystems.map(({ id }) => id)),
  };
}
