/**
 * `next` with every part that equals the same part of `previous` replaced by it, so that what did not change keeps its
 * identity and nobody draws it again. Results come from a worker, as copies, in which nothing is identical.
 * For plain JSON values; cost is linear in the size of `next`.
 */
export function shareStructure<T>(previous: unknown, next: T): T {
  return share(previous, next) as T;
}

function share(previous: unknown, next: unknown): unknown {
  if (Object.is(previous, next)) return previous;
  if (typeof previous !== 'object' || typeof next !== 'object' || previous === null || next === null) return next;
  if (Array.isArray(next)) return Array.isArray(previous) ? shareArray(previous, next) : next;
  if (Array.isArray(previous)) return next;
  return shareObject(previous as Record<string, unknown>, next as Record<string, unknown>);
}

function shareArray(previous: readonly unknown[], next: readonly unknown[]): readonly unknown[] {
  let equal = previous.length === next.length;
  const copy: unknown[] = [];
  for (let i = 0; i < next.length; i++) {
    const item = share(previous[i], next[i]);
    copy.push(item);
    if (item !== previous[i]) equal = false;
  }
  return equal ? previous : copy;
}

function shareObject(previous: Record<string, unknown>, next: Record<string, unknown>): Record<string, unknown> {
  const keys = Object.keys(next);
  let equal = keys.length === Object.keys(previous).length;
  const copy: Record<string, unknown> = {};
  for (const key of keys) {
    const item = share(previous[key], next[key]);
    copy[key] = item;
    if (item !== previous[key] || !Object.hasOwn(previous, key)) equal = false;
  }
  return equal ? previous : copy;
}
