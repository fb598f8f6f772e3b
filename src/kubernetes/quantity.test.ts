import { describe, expect, test } from 'vitest';
import { formatBytes, formatMilliCpu, parseQuantity, quantityValue } from './quantity';

describe('quantities', () => {
  test.each([
    ['0', 0, 0],
    ['1', 1, 1000],
    ['500m', 1, 500],
    ['0.1', 1, 100],
    ['.5', 1, 500],
    ['1.', 1, 1000],
    ['1n', 1, 1],
    ['1500u', 1, 2],
    ['100k', 100_000, 100_000_000],
    ['1.5Gi', 1.5 * 2 ** 30, 1.5 * 2 ** 30 * 1000],
    ['1500M', 1_500_000_000, 1_500_000_000_000],
    ['1Ei', 2 ** 60, 2 ** 63],
    ['1E', 1e18, 2 ** 63],
    ['1e3', 1000, 1_000_000],
    ['12E-1', 2, 1200],
    ['1e99', 2 ** 63, 2 ** 63],
    ['1e-400', 1, 1],
    ['+2', 2, 2000],
    ['-1', -1, -1000],
    [2, 2, 2000],
  ])('%s is %d and %d thousandths, rounded up', (text, value, milliValue) => {
    expect(parseQuantity(text)).toEqual({ ok: true, value: { value, milliValue } });
  });

  test.each(['', ' 1', '1 ', '1gb', '1.5.5', '1KI', 'NaN', '1e', '0x10', '--1', '9'.repeat(65), null, {}, true])('%j is none', (text) => {
    expect(parseQuantity(text)).toMatchObject({ ok: false, error: expect.stringContaining('expected a quantity') });
  });

  test('what validation has let through is read again quickly, and nonsense is 0', () => {
    expect([quantityValue('1Gi'), quantityValue('1Gi'), quantityValue(undefined), quantityValue('lots')]).toEqual([2 ** 30, 2 ** 30, 0, 0]);
  });

  test('are printed as Kubernetes prints them', () => {
    expect([500, 2000, 0].map(formatMilliCpu)).toEqual(['500m', '2', '0']);
    expect([1536 * 2 ** 20, 2 ** 40, 1000, 0].map(formatBytes)).toEqual(['1536Mi', '1Ti', '1000', '0']);
  });
});
