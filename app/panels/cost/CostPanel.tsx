import { lazy, Suspense, useMemo, useState } from 'react';
import { costDetail } from '#engine/cost/detail/costDetail';
import type { CostDetail } from '#engine/cost/detail/costDetail';
import type { Cost, CostLine, Evaluation } from '#engine/evaluation';
import { EmptyState } from '../../components/EmptyState';
import { Tabs } from '../../components/Tabs';
import { useFormat } from '../../i18n/format';
import { useT } from '../../i18n/translate';
import { useDocument } from '../../stores/document';
import { useEvaluation } from '../../stores/evaluation';
import { useSession } from '../../stores/session';
import { PanelFrame } from '../shared/PanelFrame';
import table from '../shared/table.module.css';
import { CostAssumptions } from './CostAssumptions';
import { CostHead } from './CostHead';
import styles from './CostPanel.module.css';
import { Estimates } from './Estimates';
import { FreeList } from './FreeList';
import { LineDetail } from './LineDetail';
import { Notes } from './Notes';
import { Unfolding } from './Unfolding';
import { useCostT } from './useCostT';

const VariantsTab = lazy(async () => ({ default: (await import('../variants/VariantsTab')).VariantsTab }));

/** What the design costs a month, and what more or less resilience would cost. */
export function CostPanel() {
  const t = useT();
  const say = useCostT();
  const [selected, setSelected] = useState('bill');
  const [topic, other] = selected === 'variants' ? (['variants', 'cost'] as const) : (['cost', 'variants'] as const);
  return (
    <PanelFrame topic={topic} more={[other]}>
      {(evaluation) => (
        <Tabs
          label={say('cost.tabs')}
          tabs={[
            { id: 'bill', label: say('cost.bill'), content: <Bill evaluation={evaluation} /> },
            {
              id: 'variants',
              label: say('cost.variants'),
              content: (
                <Suspense fallback={<EmptyState title={t('common.loading')} />}>
                  <VariantsTab />
                </Suspense>
              ),
            },
          ]}
          selected={selected}
          onSelect={setSelected}
        />
      )}
    </PanelFrame>
  );
}

/** The bill of a month: every line unfolds to how it came about; the total is their sum, and what is estimated stands beside it. */
function Bill({ evaluation }: { readonly evaluation: Evaluation }) {
  const say = useCostT();
  const detail = useDetail(evaluation);
  const { cost } = evaluation;
  if (cost.lines.length === 0) return <EmptyState title={say('cost.empty')}>{say('cost.emptyText')}</EmptyState>;
  return (
    <div className={styles.bill}>
      <Lines cost={cost} detail={detail} />
      {detail !== null && <Estimates estimates={detail.estimates} />}
      <div className={styles.assumptions}>
        <CostAssumptions />
      </div>
      <div className={styles.notes}>
        {detail !== null && <FreeList free={detail.free} />}
        <Notes title={say('cost.assumed')} texts={cost.assumptions} />
        <Notes title={say('cost.notPriced')} texts={cost.notPriced} />
      </div>
    </div>
  );
}

/** Null until the region's prices are there. */
function useDetail(evaluation: Evaluation): CostDetail | null {
  const language = useSession((session) => session.language);
  const catalog = useEvaluation((state) => state.catalog);
  const design = useDocument((state) => state.design);
  return useMemo(() => (catalog === null ? null : costDetail(evaluation, design, catalog, language)), [evaluation, design, catalog, language]);
}

function Lines({ cost, detail }: { readonly cost: Cost; readonly detail: CostDetail | null }) {
  const say = useCostT();
  const format = useFormat();
  const isCross = (line: CostLine) => line.id.startsWith('cross-zone/');
  const groups = [
    { id: 'cross', title: say('cost.crossZone'), sum: cost.crossZoneMonthly, lines: cost.lines.filter(isCross) },
    { id: 'infrastructure', title: say('cost.infrastructure'), sum: cost.infrastructureMonthly, lines: cost.lines.filter((line) => !isCross(line)) },
  ];
  return (
    <table className={`${table.table} ${styles.lines}`}>
      {detail !== null && <caption className={styles.caption}>{say('cost.caption', { region: detail.region })}</caption>}
      <CostHead />
      {groups.map((group) => (
        <tbody key={group.id}>
          <tr className={styles.group}>
            <th scope="colgroup" colSpan={3}>
              {group.title}
            </th>
            <td className={table.number}>{format.cents(group.sum)}</td>
          </tr>
          {group.lines.length === 0 && (
            <tr>
              <td colSpan={4} className={table.quiet}>
                {say('cost.nothingCrosses')}
              </td>
            </tr>
          )}
          {group.lines.map((line) => (
            <Line key={line.id} line={line} detail={detail} />
          ))}
        </tbody>
      ))}
      <tfoot>
        <tr className={styles.total}>
          <th scope="row" colSpan={3}>
            {say('cost.total')}
          </th>
          <td className={table.number}>{format.cents(cost.totalMonthly)}</td>
        </tr>
      </tfoot>
    </table>
  );
}

function Line({ line, detail }: { readonly line: CostLine; readonly detail: CostDetail | null }) {
  const say = useCostT();
  const format = useFormat();
  const of = detail?.lines.get(line.id);
  return (
    <Unfolding
      title={line.title}
      quantity={format.unit(line.quantity, line.unit, 2)}
      unitPrice={format.price(line.unitPrice)}
      monthly={format.cents(line.monthly)}
      more={of?.range && say('cost.atMost', { amount: format.cents(of.range.monthly) })}
    >
      <LineDetail line={line} detail={of} />
    </Unfolding>
  );
}
