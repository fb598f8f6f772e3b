/** What can be placed. */
export function Palette() {
  return null;
}
