import { Fragment, useMemo, useState } from 'react';
import { Group, ToggleButton } from 'react-aria-components';
import type { Explanation, NodeLine, ScoringPlugin } from '#engine/explanation/explanation';
import { classNames } from '../../components/classNames';
import { useFormat } from '../../i18n/format';
import { useT } from '../../i18n/translate';
import { EntityChip } from '../shared/EntityChip';
import { Mark } from '../shared/Mark';
import { Track } from '../shared/Track';
import table from '../shared/table.module.css';
import { usePages } from '../shared/usePages';
import styles from './NodeTable.module.css';
import { filtersOf, rowsOf, type NodeFilter, type NodeRow } from './nodeRows';

/** Every node that the scheduler looked at: its scores, or who refused it and why. */
export function NodeTable({ explanation }: { readonly explanation: Explanation }) {
  const t = useT();
  const format = useFormat();
  const [wanted, setFilter] = useState<NodeFilter>('all');
  const filters = useMemo(() => filtersOf(explanation), [explanation]);
  // Another pod may have no such plugin.
  const filter = filters.some((choice) => choice.filter === wanted) ? wanted : 'all';
  const rows = useMemo(() => rowsOf(explanation, filter), [explanation, filter]);
  const { shown, more } = usePages(rows);
  const { plugins } = explanation;
  return (
    <section aria-label={t('why.nodes')}>
      <Group className={styles.filters ?? ''} aria-label={t('why.filter')}>
        {filters.map((choice) => (
          <ToggleButton key={choice.filter} className={styles.filter ?? ''} isSelected={choice.filter === filter} onChange={() => setFilter(choice.filter)}>
            {choice.filter === 'all' || choice.filter === 'fits' ? t(`why.filter.${choice.filter}`) : choice.filter}
            <span className={styles.count}>{format.number(choice.nodes)}</span>
          </ToggleButton>
        ))}
      </Group>
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">{t('placement.node')}</th>
            <th scope="col">{t('placement.zone')}</th>
            <th scope="col">{t('why.verdict')}</th>
            {plugins.length > 0 && (
              <th scope="col" className={table.number}>
                {t('why.total')}
              </th>
            )}
            {plugins.map((plugin) => (
              <PluginHead key={plugin.name} plugin={plugin} />
            ))}
            {plugins.length === 0 && <th scope="col">{t('why.reason')}</th>}
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => (
            <Row key={row.key} row={row} plugins={plugins} />
          ))}
        </tbody>
      </table>
      {more}
      {plugins.length > 0 && <Favours plugins={plugins} />}
    </section>
  );
}

/** The plugin's own name, which may break between its words, with its weight. */
function PluginHead({ plugin: { name, weight, plain } }: { readonly plugin: ScoringPlugin }) {
  return (
    <th scope="col" className={styles.plugin} title={plain}>
      {name.split(/(?=[A-Z])/).map((word) => (
        <Fragment key={word}>
          {word}
          <wbr />
        </Fragment>
      ))}{' '}
      <span className={styles.weight}>×{weight}</span>
    </th>
  );
}

/** What each plugin gives points for. */
function Favours({ plugins }: { readonly plugins: readonly ScoringPlugin[] }) {
  const t = useT();
  return (
    <dl className={styles.favours} aria-label={t('why.favours')}>
      {plugins.map(({ name, plain }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{plain}</dd>
        </div>
      ))}
    </dl>
  );
}

/** At most so many names of nodes stand in a row. */
const named = 3;

function Row({ row: { line, nodes }, plugins }: { readonly row: NodeRow; readonly plugins: readonly ScoringPlugin[] }) {
  const t = useT();
  const { refusal, scores, total, isChosen } = line;
  return (
    <tr {...(isChosen ? { 'data-current': '' } : {})}>
      <th scope="row">
        <span className={styles.names}>
          {nodes.slice(0, named).map((node) => (
            <EntityChip key={node} id={`node:${node}`} text={node} />
          ))}
          {nodes.length > named && <span className={table.quiet}>{t('common.more', { count: nodes.length - named })}</span>}
        </span>
      </th>
      <td className={styles.verdict}>{line.zone ?? '–'}</td>
      <td className={styles.verdict}>
        <Verdict line={line} />
      </td>
      {refusal !== null ? (
        <td colSpan={plugins.length + 1}>
          <span className={styles.plain}>{refusal.plain.join(' ')}</span>
          <code className={styles.words} lang="en">
            {refusal.plugin}: {refusal.reasons.join(', ')}
          </code>
        </td>
      ) : plugins.length === 0 ? (
        <td>{t('why.onlyOne')}</td>
      ) : (
        <>
          <td className={classNames(table.number, line.isBest && styles.best)}>{total}</td>
          {plugins.map((plugin, i) => (
            <td key={plugin.name}>
              <Score score={scores?.[i] ?? 0} most={plugin.weight * 100} />
            </td>
          ))}
        </>
      )}
    </tr>
  );
}

function Verdict({ line: { refusal, isChosen, isBest } }: { readonly line: NodeLine }) {
  const t = useT();
  if (refusal !== null) return <Mark tone="bad">{t('why.refused')}</Mark>;
  if (isChosen) return <Mark tone="ok">{t('why.chosen')}</Mark>;
  return <Mark tone="info">{t(isBest ? 'why.tied' : 'why.fits')}</Mark>;
}

/** Points of what a plugin can give. */
function Score({ score, most }: { readonly score: number; readonly most: number }) {
  return (
    <span className={styles.score}>
      <Track share={score / most} />
      <span className={styles.points}>{score}</span>
    </span>
  );
}
