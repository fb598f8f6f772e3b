import type { Result } from '../result';
import { err, ok } from '../result';

/**
 * A Kubernetes resource quantity, rounded up as its two readers do: `value` in whole units (bytes, pods, devices),
 * `milliValue` in thousandths (CPU). Source: kubernetes/apimachinery pkg/api/resource/quantity.go.
 */
export interface Quantity {
  readonly value: number;
  readonly milliValue: number;
}

const SHAPE = /^([+-]?)(\d+\.?\d*|\.\d+)(n|u|m|k|M|G|T|P|E|Ki|Mi|Gi|Ti|Pi|Ei|[eE][+-]?\d{1,9})?$/;
const DECIMAL_EXPONENT: Readonly<Record<string, number>> = { n: -9, u: -6, m: -3, k: 3, M: 6, G: 9, T: 12, P: 15, E: 18 };
const BINARY_EXPONENT: Readonly<Record<string, bigint>> = { Ki: 10n, Mi: 20n, Gi: 30n, Ti: 40n, Pi: 50n, Ei: 60n };
const MAX_INT64 = 2n ** 63n - 1n;
/** Digits that a quantity may have; longer text is noise, and would be slow to convert. */
const MAX_LENGTH = 64;

/** Reads a quantity such as `500m`, `1.5Gi` or `1e3`. The error is a sentence for people. */
export function parseQuantity(text: unknown): Result<Quantity, string> {
  // kubectl prints quantities as strings; hand-written YAML has plain numbers too, which the API accepts.
  const source = typeof text === 'number' ? String(text) : text;
  if (typeof source !== 'string') return err('expected a quantity such as "500m" or "1Gi"');
  const shape = source.length <= MAX_LENGTH ? SHAPE.exec(source) : null;
  if (shape === null) return err(`expected a quantity such as "500m" or "1Gi", got ${JSON.stringify(source.slice(0, MAX_LENGTH))}`);
  const [, sign, digits = '', suffix = ''] = shape;
  const [whole = '', fraction = ''] = digits.split('.');
  const binary = BINARY_EXPONENT[suffix];
  const exponent = (suffix === '' || binary !== undefined ? 0 : (DECIMAL_EXPONENT[suffix] ?? Number(suffix.slice(1)))) - fraction.length;
  const mantissa = BigInt(whole + fraction) << (binary ?? 0n);
  const negative = sign === '-' ? -1 : 1;
  const value = negative * scaled(mantissa, exponent);
  const milliValue = negative * scaled(mantissa, exponent + 3);
  return ok({ value: value + 0, milliValue: milliValue + 0 });
}

/** mantissa x 10^exponent, rounded up to a whole number, at most the largest int64. */
function scaled(mantissa: bigint, exponent: number): number {
  if (mantissa === 0n) return 0;
  if (exponent >= 0) return exponent > 19 ? Number(MAX_INT64) : capped(mantissa * 10n ** BigInt(exponent));
  if (exponent < -MAX_LENGTH * 2) return 1;
  const divisor = 10n ** BigInt(-exponent);
  return capped((mantissa + divisor - 1n) / divisor);
}

function capped(value: bigint): number {
  return Number(value > MAX_INT64 ? MAX_INT64 : value);
}

/** Whole units of a quantity that validation has already accepted; 0 where it is absent or unreadable. */
export function quantityValue(text: string | undefined): number {
  return text === undefined ? 0 : read(text).value;
}

/** Thousandths of a quantity that validation has already accepted; 0 where it is absent or unreadable. */
export function quantityMilliValue(text: string | undefined): number {
  return text === undefined ? 0 : read(text).milliValue;
}

const ZERO: Quantity = { value: 0, milliValue: 0 };
/** A cluster has few distinct quantities, each met thousands of times. */
const known = new Map<string, Quantity>();
const KNOWN_LIMIT = 10_000;

function read(text: string): Quantity {
  const hit = known.get(text);
  if (hit !== undefined) return hit;
  const parsed = parseQuantity(text);
  const quantity = parsed.ok ? parsed.value : ZERO;
  if (known.size >= KNOWN_LIMIT) known.clear();
  known.set(text, quantity);
  return quantity;
}

/** Millicores as Kubernetes prints them: `500m`, `2`. */
export function formatMilliCpu(milliCpu: number): string {
  return milliCpu % 1000 === 0 ? String(milliCpu / 1000) : `${milliCpu}m`;
}

/** Bytes as Kubernetes prints binary quantities: the largest unit that divides them, e.g. `1536Mi`. */
export function formatBytes(bytes: number): string {
  const units = ['Ei', 'Pi', 'Ti', 'Gi', 'Mi', 'Ki'];
  for (const [i, unit] of units.entries()) {
    const size = 2 ** (10 * (units.length - i));
    if (bytes !== 0 && bytes % size === 0) return `${bytes / size}${unit}`;
  }
  return String(bytes);
}
