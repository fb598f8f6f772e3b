import type { Brand } from './result';

/** Whole US cents: money is added as integers, so that a total is exactly the sum of its lines. */
export type Cents = Brand<number, 'Cents'>;

/** Seconds since a loss; `never` for what does not happen. */
export type Seconds = Brand<number, 'Seconds'>;

export const never = Infinity as Seconds;

/** Some seconds after a moment. */
export function after(at: number, ...delays: readonly number[]): Seconds {
  return delays.reduce((sum, delay) => sum + delay, at) as Seconds;
}

export function earliest(...times: readonly Seconds[]): Seconds {
  return times.reduce((first, time) => (time < first ? time : first), never);
}

/** Of no time at all: the loss itself. */
export function latest(...times: readonly Seconds[]): Seconds {
  return times.reduce((last, time) => (time > last ? time : last), 0 as Seconds);
}

/** A month as AWS bills it. */
export const hoursPerMonth = 730;
const secondsPerMonth = hoursPerMonth * 3600;
/** What AWS calls a GB of storage; for transfer it is assumed. */
export const bytesPerGb = 2 ** 30;

/** GB a month of a steady flow. */
export function gbPerMonth(bytesPerSecond: number): number {
  return (bytesPerSecond * secondsPerMonth) / bytesPerGb;
}

/** Rounds half up to 6 decimals: the quantities of cost lines. */
export function roundQuantity(quantity: number): number {
  const micros = quantity * 10 ** quantityDecimals;
  // Above 2^51 a double has no sixth decimal to round.
  return micros < 2 ** 51 ? Math.round(micros) / 10 ** quantityDecimals : quantity;
}

/**
 * quantity x unitPrice in exact decimals, rounded half up to a cent. Both are taken as the decimal that they print as;
 * the quantity has been rounded by `roundQuantity`.
 */
export function amountOf(quantity: number, unitPrice: number): Cents {
  const price = decimalOf(unitPrice);
  const micros = quantity * 10 ** quantityDecimals;
  // Below 2^51 the nearest integer is the decimal's own.
  const units = micros < 2 ** 51 ? Math.round(micros) * price.digits : Number.POSITIVE_INFINITY;
  const unitsPerCent = 10 ** (quantityDecimals - 2 + price.scale);
  const doubled = 2 * units + unitsPerCent;
  if (doubled < Number.MAX_SAFE_INTEGER) {
    const divisor = 2 * unitsPerCent;
    return ((doubled - (doubled % divisor)) / divisor) as Cents;
  }
  return bigAmountOf(quantity, price);
}

/** A price times a factor such as a discount's, as decimals, rounded half up to 9 decimals. */
export function priceTimes(unitPrice: number, factor: number): number {
  const [price, times] = [decimalOf(unitPrice), decimalOf(factor)];
  const scale = price.scale + times.scale;
  const digits = BigInt(Math.round(price.digits)) * BigInt(Math.round(times.digits));
  const surplus = 10n ** BigInt(Math.max(0, scale - priceDecimals));
  return Number(`${(2n * digits + surplus) / (2n * surplus)}e-${Math.min(scale, priceDecimals)}`);
}

export function addCents(amounts: Iterable<Cents>): Cents {
  let sum = 0;
  for (const amount of amounts) sum += amount;
  return sum as Cents;
}

/** As a number of USD with two decimals, for JSON. */
export function usd(amount: Cents): number {
  return amount / 100;
}

const quantityDecimals = 6;
const priceDecimals = 9;

/** `digits` / 10^`scale` */
interface Decimal {
  readonly digits: number;
  readonly scale: number;
}

// Prices are few and come back in every scenario.
const decimals = new Map<number, Decimal>();

function decimalOf(value: number): Decimal {
  let decimal = decimals.get(value);
  if (decimal === undefined) {
    const [mantissa = '0', exponent = '0'] = String(value).split('e');
    const [whole = '0', fraction = ''] = mantissa.split('.');
    const scale = fraction.length - Number(exponent);
    decimal = scale >= 0 ? { digits: Number(whole + fraction), scale } : { digits: value, scale: 0 };
    decimals.set(value, decimal);
  }
  return decimal;
}

function bigAmountOf(quantity: number, price: Decimal): Cents {
  const micros = BigInt(quantity.toFixed(quantityDecimals).replace('.', ''));
  const units = micros * BigInt(price.digits);
  const unitsPerCent = 10n ** BigInt(quantityDecimals - 2 + price.scale);
  return Number((2n * units + unitsPerCent) / (2n * unitsPerCent)) as Cents;
}
