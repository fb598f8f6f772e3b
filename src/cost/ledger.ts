import type { Price } from '../catalog/catalog';
import type { CostLine } from '../evaluation';
import { amountOf, roundQuantity, usd } from '../units';
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

export type Charge = Pick<CostLine, 'id' | 'title' | 'quantity' | 'unit' | 'entities'>;

/** Writes a line, or what it would be to `notPriced` where the region has no price. Nothing costs nothing: no line. */
export function charge(ledger: Ledger, of: Charge, price: Price | null): void {
  const quantity = roundQuantity(of.quantity);
  if (quantity === 0) return;
  if (price === null) {
    ledger.notPriced.push(ledger.text.notPriced.missing(of.title, ledger.region));
    return;
  }
  if (price.confidence === 'assumed') ledger.assumptions.add(ledger.text.assumptions.price(of.title, price.note ?? price.source));
  ledger.lines.push({
    id: of.id,
    title: of.title,
    quantity,
    unit: of.unit,
    unitPrice: price.usd,
    monthly: usd(amountOf(quantity, price.usd)),
    source: price.source,
    priceDate: price.date,
    confidence: price.confidence,
    entities: of.entities,
  });
}
