import type { CostUnit, Price } from '../catalog/catalog';
import type { CostLine } from '../evaluation';
import { amountOf, priceTimes, roundQuantity, usd } from '../units';
import type { CostMessages } from './messages/messages';

/** Where the parts of the cost stage write: lines, what has no price, and what is assumed. */
export interface Ledger {
  readonly region: string;
  readonly text: CostMessages;
  readonly lines: CostLine[];
  readonly notPriced: string[];
  /** In the order of their first use, each once. */
  readonly assumptions: Set<string>;
}

/** Cents of a line, 10 billion USD: thousands of such lines still add up to a number that holds every cent. */
const MOST = 1e12;

/** `factor`: the design's own, of the list price. */
export type Charge<Unit extends CostUnit = CostUnit> = Pick<CostLine, 'id' | 'title' | 'quantity' | 'entities' | 'count'> & {
  readonly unit: Unit;
  readonly factor?: Omit<NonNullable<CostLine['factor']>, 'listPrice'> | undefined;
};

/** Writes a line, or what it would be to `notPriced` where the region has no price. Nothing costs nothing: no line. */
export function charge<Unit extends CostUnit>(ledger: Ledger, of: Charge<Unit>, price: Price<NoInfer<Unit>> | null): void {
  const quantity = roundQuantity(of.quantity);
  if (quantity === 0) return;
  if (price === null) {
    ledger.notPriced.push(ledger.text.notPriced.missing(of.title, ledger.region));
    return;
  }
  const { count, factor } = of;
  const unitPrice = factor === undefined ? price.usd : priceTimes(price.usd, factor.value);
  const amount = amountOf(quantity, unitPrice);
  if (amount > MOST) {
    ledger.notPriced.push(ledger.text.notPriced.tooMuch(of.title));
    return;
  }
  if (price.confidence === 'assumed') ledger.assumptions.add(ledger.text.assumptions.price(of.title, price.note ?? price.source));
  ledger.lines.push({
    id: of.id,
    title: of.title,
    quantity,
    unit: of.unit,
    ...(count === undefined ? {} : { count }),
    ...(factor === undefined ? {} : { factor: { ...factor, listPrice: price.usd } }),
    unitPrice,
    monthly: usd(amount),
    source: price.source,
    priceDate: price.date,
    confidence: price.confidence,
    entities: of.entities,
  });
}
