import { entityById } from '../../design/tree';
import type { Design } from '../../design/schema';

/** `PREFIX-N` with the lowest N that nothing has, neither in the design nor in `taken`. */
export function freeId(design: Design, prefix: string, taken: readonly string[] = []): string {
  for (let n = 1; ; n++) {
    const id = `${prefix}-${n}`;
    if (isFree(design, id) && !taken.includes(id)) return id;
  }
}

/** The wanted id, or with a number behind it where that is taken. */
export function freeIdLike(design: Design, wanted: string): string {
  return isFree(design, wanted) ? wanted : freeId(design, wanted);
}

function isFree(design: Design, id: string): boolean {
  return entityById(design, id) === undefined && !design.links.some((link) => link.id === id);
}
