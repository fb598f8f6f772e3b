import type { Cost, CostLine } from '#engine/evaluation';
import { EmptyState } from '../../components/EmptyState';
import { useFormat } from '../../i18n/format';
import { useT } from '../../i18n/translate';
import { EntityChip } from '../shared/EntityChip';
import { PanelFrame } from '../shared/PanelFrame';
import table from '../shared/table.module.css';
import styles from './CostPanel.module.css';

/** Every line of the monthly cost with its price, source and date; the total is their sum. */
export function CostPanel() {
  return <PanelFrame topic="cost">{(evaluation) => <Lines cost={evaluation.cost} />}</PanelFrame>;
}

const chipsShown = 4;

function Lines({ cost }: { readonly cost: Cost }) {
  const t = useT();
  const format = useFormat();
  if (cost.lines.length === 0) return <EmptyState title={t('cost.empty')}>{t('cost.emptyText')}</EmptyState>;
  const isCross = (line: CostLine) => line.id.startsWith('cross-zone/');
  const groups = [
    { id: 'cross', title: t('cost.crossZone'), sum: cost.crossZoneMonthly, lines: cost.lines.filter(isCross) },
    { id: 'infrastructure', title: t('cost.infrastructure'), sum: cost.infrastructureMonthly, lines: cost.lines.filter((line) => !isCross(line)) },
  ];
  return (
    <>
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">{t('cost.line')}</th>
            <th scope="col">{t('cost.causes')}</th>
            <th scope="col" className={table.number}>
              {t('cost.quantity')}
            </th>
            <th scope="col" className={table.number}>
              {t('cost.unitPrice')}
            </th>
            <th scope="col" className={table.number}>
              {t('cost.monthly')}
            </th>
            <th scope="col">{t('cost.source')}</th>
          </tr>
        </thead>
        {groups.map((group) => (
          <tbody key={group.id}>
            <tr className={styles.group}>
              <th scope="colgroup" colSpan={4}>
                {group.title}
              </th>
              <td className={table.number}>{format.cents(group.sum)}</td>
              <td>{''}</td>
            </tr>
            {group.lines.length === 0 && (
              <tr>
                <td colSpan={6} className={table.quiet}>
                  {t('cost.nothingCrosses')}
                </td>
              </tr>
            )}
            {group.lines.map((line) => (
              <Line key={line.id} line={line} />
            ))}
          </tbody>
        ))}
        <tfoot>
          <tr className={styles.total}>
            <th scope="row" colSpan={4}>
              {t('cost.total')}
            </th>
            <td className={table.number}>{format.cents(cost.totalMonthly)}</td>
            <td>{''}</td>
          </tr>
        </tfoot>
      </table>
      <div className={styles.notes}>
        <Notes title={t('cost.assumed')} texts={cost.assumptions} />
        <Notes title={t('cost.notPriced')} texts={cost.notPriced} />
      </div>
    </>
  );
}

function Notes({ title, texts }: { readonly title: string; readonly texts: readonly string[] }) {
  if (texts.length === 0) return null;
  return (
    <section className={styles.note} aria-label={title}>
      <h3>{title}</h3>
      <ul>
        {texts.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </section>
  );
}

function Line({ line }: { readonly line: CostLine }) {
  const t = useT();
  const format = useFormat();
  return (
    <tr>
      <th scope="row" className={styles.line}>
        {line.title}
      </th>
      <td>
        <span className={styles.chips}>
          {line.entities.slice(0, chipsShown).map((id) => (
            <EntityChip key={id} id={id} />
          ))}
          {line.entities.length > chipsShown && <span className={table.quiet}>{t('common.more', { count: line.entities.length - chipsShown })}</span>}
        </span>
      </td>
      <td className={table.number}>{format.unit(line.quantity, line.unit, 2)}</td>
      <td className={table.number}>{format.price(line.unitPrice)}</td>
      <td className={table.number}>{format.cents(line.monthly)}</td>
      <td className={styles.source} title={line.source}>
        {format.date(line.priceDate)},{' '}
        {/^https?:/.test(line.source) ? (
          <a href={line.source} target="_blank" rel="noreferrer">
            {hostOf(line.source)}
          </a>
        ) : (
          line.source
        )}
      </td>
    </tr>
  );
}

function hostOf(url: string): string {
  return url.replace(/^https?:\/\//, '').split('/')[0] ?? url;
}
