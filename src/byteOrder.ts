/**
 * Compares two strings by their UTF-8 bytes, as Go's `<` and Kubernetes' sorted lists do. Code-point order is UTF-8
 * order; JavaScript's `<` compares UTF-16 units and differs beyond the BMP only, so the fast answer serves nearly always.
 */
export function compareBytes(a: string, b: string): number {
  if (a === b) return 0;
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const x = a.charCodeAt(i);
    const y = b.charCodeAt(i);
    if (x === y) continue;
    // A surrogate stands for a code point above every BMP one, though its unit is below U+E000..U+FFFF.
    const xHigh = x >= 0xd800 && x <= 0xdfff;
    const yHigh = y >= 0xd800 && y <= 0xdfff;
    if (xHigh !== yHigh) return xHigh ? 1 : -1;
    return x < y ? -1 : 1;
  }
  return a.length - b.length;
}

/** The same record with its keys in byte order: what is written from it does not depend on who typed what first. */
export function inByteOrder<Value>(record: Readonly<Record<string, Value>>): Readonly<Record<string, Value>> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => compareBytes(a, b)));
}
