import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addCents, amountOf, type Cents, gbPerMonth, roundQuantity, usd } from './units';

describe('amountOf', () => {
  it.each([
    // quantity, unit price, USD
    [730, 0.118, 86.14],
    [2190, 0.118, 258.42],
    [2190, 0.0225, 49.28], // 49.275: half goes up
    [0.5, 0.01, 0.01], // 0.005
    [0.499999, 0.01, 0],
    [1.005, 1, 1.01], // a double would say 1.00
    [8760, 0.0000001, 0],
    [10_000_000, 0.0000001, 1],
    [4_000_000_000.5, 0.01, 40_000_000.01],
    [0, 0.01, 0],
  ])('%d x %d = %d', (quantity, unitPrice, expected) => {
    expect(usd(amountOf(quantity, unitPrice))).toBe(expected);
  });

  it('is exact decimal arithmetic, whatever the size', () => {
    const micros = fc.bigInt({ min: 0n, max: 10n ** 15n });
    const tenMillionths = fc.integer({ min: 1, max: 1_000_000_000 });
    fc.assert(
      fc.property(micros, tenMillionths, (quantity, price) => {
        const product = quantity * BigInt(price); // in 10^-13 USD
        const cents = (2n * product + 10n ** 11n) / (2n * 10n ** 11n);
        expect(amountOf(Number(quantity) / 1e6, price / 1e7)).toBe(Number(cents));
      }),
    );
  });
});

describe('roundQuantity', () => {
  it.each([
    [1.2345675, 1.234568],
    [0.0000005, 0.000001],
    [0.0000004, 0],
    [2190, 2190],
  ])('%d -> %d', (value, rounded) => {
    expect(roundQuantity(value)).toBe(rounded);
  });
});

it('adds money without drift', () => {
  const dime = 10 as Cents;
  expect(usd(addCents([dime, dime, dime]))).toBe(0.3);
});

it('a steady GB a second is 2,628,000 GB a month', () => {
  expect(gbPerMonth(2 ** 30)).toBe(2_628_000);
});
