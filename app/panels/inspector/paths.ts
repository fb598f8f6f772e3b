export type Path = readonly (string | number)[];

/** A copy with the value at a path replaced; `undefined` takes a field away. */
export function setAt(value: unknown, path: Path, next: unknown): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return next;
  if (Array.isArray(value)) return value.map((item, index) => (index === step ? setAt(item, rest, next) : item));
  const copy: Record<string, unknown> = { ...(value as Readonly<Record<string, unknown>> | undefined) };
  const inner = setAt(copy[step], rest, next);
  if (inner === undefined) delete copy[step];
  else copy[step] = inner;
  return copy;
}

/** `workload`, `containers`, 0, `name` -> `workload.containers.name`: how texts of fields are called. */
export function textKeyOf(root: string, path: Path): string {
  return [root, ...path.filter((step) => typeof step === 'string')].join('.');
}
