/** Decimals of a percentage that show two digits of what is missing to 100 %: 0.999987 as 99.9987 %. At least two, at most ten. */
export function ninesOf(availability: number): number {
  const missing = (1 - availability) * 100;
  return missing <= 0 ? 0 : Math.min(10, Math.max(2, Math.ceil(-Math.log10(missing) - 1e-9) + 1));
}
