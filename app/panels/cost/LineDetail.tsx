import type { LineDetail as Detail } from '#engine/cost/detail/costDetail';
import type { CostAlternative, CostLine } from '#engine/evaluation';
import { useFormat } from '../../i18n/format';
import { EntityChip } from '../shared/EntityChip';
import styles from './CostPanel.module.css';
import { Flows } from './Flows';
import { SourceText } from './SourceText';
import { useCostT } from './useCostT';

const chipsShown = 12;

/** How a line came about, where its price is from, and what it would be otherwise. */
export function LineDetail({ line, detail }: { readonly line: CostLine; readonly detail: Detail | undefined }) {
  const say = useCostT();
  const format = useFormat();
  const instead = ({ quantity, monthly, text }: CostAlternative) => say('cost.instead', { quantity: format.unit(quantity, line.unit, 2), amount: format.cents(monthly), text });
  return (
    <dl className={styles.detail}>
      {detail !== undefined && (
        <>
          <dt>{say('cost.how')}</dt>
          <dd>
            {detail.basis.formula}
            {detail.basis.flows.length > 0 && <Flows flows={detail.basis.flows} />}
          </dd>
        </>
      )}
      {detail?.range !== undefined && (
        <>
          <dt>{say('cost.range')}</dt>
          <dd>{instead(detail.range)}</dd>
        </>
      )}
      {detail !== undefined && detail.ifOtherwise.length > 0 && (
        <>
          <dt>{say('cost.otherwise')}</dt>
          {detail.ifOtherwise.map((each) => (
            <dd key={each.text}>{instead(each)}</dd>
          ))}
        </>
      )}
      <dt>{say('cost.price')}</dt>
      <dd>
        {format.date(line.priceDate)}, {say(`cost.confidence.${line.confidence}`)}: <SourceText source={line.source} />
      </dd>
      {line.entities.length > 0 && (
        <>
          <dt>{say('cost.causes')}</dt>
          <dd className={styles.chips}>
            {line.entities.slice(0, chipsShown).map((id) => (
              <EntityChip key={id} id={id} />
            ))}
            {line.entities.length > chipsShown && `+${format.number(line.entities.length - chipsShown)}`}
          </dd>
        </>
      )}
    </dl>
  );
}
