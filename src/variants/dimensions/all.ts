import type { Edit } from '../../design/edit';

/** One edit of several; null where there is none. */
export function all(edits: readonly Edit[]): Edit | null {
  const [first, ...others] = edits;
  if (first === undefined) return null;
  return others.length === 0 ? first : { type: 'all', edits };
}
