/** A difference in USD to the cent, with its sign: `+$70.08`. */
export function dollars(difference: number): string {
  return `${difference < 0 ? '\u2212' : '+'}$${Math.abs(difference).toFixed(2)}`;
}
