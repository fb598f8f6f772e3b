/** The board. */
export function Board() {
  return null;
}
