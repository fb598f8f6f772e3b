import type { Design } from './schema';

/** `cp-1`, `cp-2`, …: the first that nothing has, and that is not among `others` that are about to be added. */
export function unusedId(design: Design, prefix: string, others: readonly string[] = []): string {
  const taken = new Set([...[...design.entities, ...design.links].map((item) => item.id), ...others]);
  let number = 1;
  while (taken.has(`${prefix}-${number}`)) number += 1;
  return `${prefix}-${number}`;
}
