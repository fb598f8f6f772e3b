/** `namespace/name` without the namespace where that is the default one. */
export function shortName(name: string): string {
  return name.startsWith('default/') ? name.slice('default/'.length) : name;
}
