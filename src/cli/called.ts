/** Those of the entities that somebody means by an id, a name or `namespace/name`. */
export function called<Entity extends { readonly id: string; readonly name: string; readonly namespace: string }>(entities: readonly Entity[], text: string): readonly Entity[] {
  return entities.filter(({ id, name, namespace }) => [id, name, `${namespace}/${name}`].includes(text));
}
