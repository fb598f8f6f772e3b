const MILLISECONDS: Readonly<Record<string, number>> = { h: 3_600_000, m: 60_000, s: 1000, ms: 1, us: 0.001, 'µs': 0.001, ns: 0.000_001 };

/** A duration as Go writes it, `1h30m` or `5m`, in milliseconds; null where it is none. */
export function parseDuration(text: string): number | null {
  if (text === '0') return 0;
  if (!/^-?(?:\d+(?:\.\d+)?(?:h|ms|m|s|us|µs|ns))+$/.test(text)) return null;
  let total = 0;
  for (const [, amount, unit = ''] of text.matchAll(/(\d+(?:\.\d+)?)(h|ms|m|s|us|µs|ns)/g)) total += Number(amount) * (MILLISECONDS[unit] ?? 0);
  return text.startsWith('-') ? -total : total;
}
