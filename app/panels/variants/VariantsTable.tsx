import type { LossVerdict, Variant } from '#engine/variants/variant';
import { useFormat } from '../../i18n/format';
import { Mark } from '../shared/Mark';
import type { MarkTone } from '../shared/Mark';
import table from '../shared/table.module.css';
import { useVariantsT } from './useVariantsT';
import { useVariantWords } from './useVariantWords';
import type { VariantsView } from './variantsView';
import styles from './VariantsTab.module.css';

const tones: Readonly<Record<LossVerdict, MarkTone>> = { survives: 'ok', degraded: 'warn', down: 'bad', 'control-plane-lost': 'bad' };

/** The same data as the chart, the frontier first, each from the cheapest on. */
export function VariantsTable(view: VariantsView) {
  const say = useVariantsT();
  const cheapestFirst = view.variants.toSorted((a, b) => a.totalMonthly - b.totalMonthly);
  const groups = [
    { title: say('variants.onFrontier'), variants: cheapestFirst.filter(({ isOnFrontier }) => isOnFrontier) },
    { title: say('variants.others'), variants: cheapestFirst.filter(({ isOnFrontier }) => !isOnFrontier) },
  ];
  return (
    <div className={styles.table}>
      <table className={`${table.table} ${styles.columns}`} aria-label={say('variants.table')}>
        <thead>
          <tr>
            <th scope="col">{say('variants.variant')}</th>
            <th scope="col" className={table.number}>
              {say('variants.xAxis')} <span className={styles.second}>{say('variants.againstDrawn')}</span>
            </th>
            <th scope="col" className={table.number}>
              {say('variants.crossZone')}
            </th>
            <th scope="col">{say('variants.outcome')}</th>
          </tr>
        </thead>
        {groups.map(
          ({ title, variants }) =>
            variants.length > 0 && (
              <tbody key={title}>
                <tr className={table.group}>
                  <th scope="colgroup" colSpan={4}>
                    {title}
                  </th>
                </tr>
                {variants.map((variant) => (
                  <Row key={variant.id} variant={variant} view={view} />
                ))}
              </tbody>
            ),
        )}
      </table>
    </div>
  );
}

function Row({ variant, view: { drawn, pointed, open, onPoint, onPress } }: { readonly variant: Variant; readonly view: VariantsView }) {
  const say = useVariantsT();
  const format = useFormat();
  const words = useVariantWords(drawn);
  const { totalMonthly, crossZoneMonthly, worstLoss } = variant;
  const isOpen = variant.id === open;
  const isChanged = isOpen && variant !== drawn;
  return (
    <tr {...(pointed === variant.id || isChanged ? { 'data-current': true } : {})} onPointerEnter={() => onPoint(variant.id)} onPointerLeave={() => onPoint(null)}>
      <th scope="row">
        <button type="button" className={styles.name} aria-pressed={isOpen} disabled={open === null} onFocus={() => onPoint(variant.id)} onBlur={() => onPoint(null)} onClick={() => onPress(variant)}>
          {words.name(variant)}
          {isChanged && <span className={styles.open}>{say('variants.open')}</span>}
        </button>
      </th>
      <td className={table.number}>
        {format.cents(totalMonthly)}
        <span className={styles.second}>{words.difference(variant)}</span>
      </td>
      <td className={table.number}>{format.cents(crossZoneMonthly)}</td>
      <td>
        <Mark tone={tones[worstLoss.verdict]}>{words.verdicts[worstLoss.verdict]}</Mark>
        <span className={styles.second}>{words.outcome(variant)}</span>
      </td>
    </tr>
  );
}
