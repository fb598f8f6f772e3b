import type { CostEstimate } from '#engine/evaluation';
import { useFormat } from '../../i18n/format';
import table from '../shared/table.module.css';
import { CostHead } from './CostHead';
import styles from './CostPanel.module.css';
import { SourceText } from './SourceText';
import { Unfolding } from './Unfolding';
import { useCostT } from './useCostT';

/** Traffic that the design does not state, as ranges: in no total. */
export function Estimates({ estimates }: { readonly estimates: readonly CostEstimate[] }) {
  const say = useCostT();
  if (estimates.length === 0) return null;
  return (
    <section className={styles.section} aria-label={say('cost.estimates')}>
      <h3>{say('cost.estimates')}</h3>
      <p>{say('cost.estimatesWhy')}</p>
      <table className={`${table.table} ${styles.lines}`}>
        <CostHead />
        <tbody>
          {estimates.map((estimate) => (
            <Estimate key={estimate.id} estimate={estimate} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Estimate({ estimate: { title, formula, inputs, quantity, unit, priced } }: { readonly estimate: CostEstimate }) {
  const say = useCostT();
  const format = useFormat();
  return (
    <Unfolding
      title={title}
      quantity={quantity.from === quantity.to ? format.unit(quantity.to, unit, 2) : say('cost.fromTo', { from: format.number(quantity.from, 2), to: format.unit(quantity.to, unit, 2) })}
      unitPrice={priced === null ? '–' : format.price(priced.unitPrice)}
      monthly={priced === null ? say('cost.notPriced') : say('cost.fromTo', { from: format.cents(priced.monthly.from), to: format.cents(priced.monthly.to) })}
    >
      <dl className={styles.detail}>
        <dt>{say('cost.how')}</dt>
        <dd>{formula}</dd>
        <dt>{say('cost.madeOf')}</dt>
        {inputs.map(({ name, value, unit: of, origin, source }) => (
          <dd key={name}>
            {name}: {of === '' ? format.number(value) : format.unit(value, of, 2)} <span className={table.quiet}>({say(`cost.origin.${origin}`)})</span>
            {origin === 'documented' && (
              <>
                {' '}
                <SourceText source={source} />
              </>
            )}
          </dd>
        ))}
        {priced !== null && (
          <>
            <dt>{say('cost.price')}</dt>
            <dd>
              {format.date(priced.priceDate)}: <SourceText source={priced.source} />
            </dd>
          </>
        )}
      </dl>
    </Unfolding>
  );
}
