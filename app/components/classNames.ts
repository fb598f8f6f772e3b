/** Joins the class names that are there: CSS modules and conditions give `undefined` and `false`. */
export function classNames(...names: readonly (string | false | undefined)[]): string {
  return names.filter((name) => name !== undefined && name !== false && name !== '').join(' ');
}
