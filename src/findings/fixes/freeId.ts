import { unusedId } from '../../design/unusedId';
import type { Design } from '../../design/schema';

/** The wanted id, or with a number behind it where that is taken. */
export function freeIdLike(design: Design, wanted: string): string {
  const taken = [...design.entities, ...design.links].some((item) => item.id === wanted);
  return taken ? unusedId(design, wanted) : wanted;
}
