import { entitiesOf } from '../design/tree';
import type { Design } from '../design/schema';
import type { Note } from './notes';

/** What the objects of entities are called: names as drawn, made valid and unique where the drawing is not (yet). */
export interface ObjectNames {
  /** By entity id. */
  readonly workloads: ReadonlyMap<string, string>;
  readonly services: ReadonlyMap<string, string>;
  readonly storageClasses: ReadonlyMap<string, string>;
  /** A sentence for each name that had to differ from what is drawn. */
  readonly notes: readonly Note[];
}

const known = new WeakMap<Design['entities'], ObjectNames>();

export function objectNames(design: Design): ObjectNames {
  let names = known.get(design.entities);
  if (names === undefined) {
    const notes: Note[] = [];
    names = {
      workloads: assign(entitiesOf(design, 'workload'), 'workload', notes, (w) => w.namespace, (w) => w.name),
      services: assign(entitiesOf(design, 'service'), 'service', notes, (s) => s.namespace, (s) => serviceName(s.name)),
      storageClasses: assign(entitiesOf(design, 'storageClass'), 'storageClass', notes, () => '', (s) => s.name),
      notes,
    };
    known.set(design.entities, names);
  }
  return names;
}

/** A Service's name is a DNS label of RFC 1035: it begins with a letter. */
function serviceName(name: string): string {
  return /^[a-z]/.test(name) ? name : `svc-${name}`;
}

function assign<E extends { readonly id: string; readonly name: string }>(
  entities: readonly E[],
  kind: 'workload' | 'service' | 'storageClass',
  notes: Note[],
  namespaceOf: (entity: E) => string,
  nameOf: (entity: E) => string,
): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const wanted = new Set(entities.map((entity) => `${namespaceOf(entity)}/${nameOf(entity)}`));
  const taken = new Set<string>();
  /** By name, the number that the next one of it tries first. */
  const next = new Map<string, number>();
  for (const entity of entities) {
    const name = nameOf(entity);
    const namespace = namespaceOf(entity);
    let unique = name;
    let n = next.get(`${namespace}/${name}`) ?? 2;
    while (taken.has(`${namespace}/${unique}`) || (unique !== name && wanted.has(`${namespace}/${unique}`))) unique = `${name}-${n++}`;
    next.set(`${namespace}/${name}`, n);
    taken.add(`${namespace}/${unique}`);
    names.set(entity.id, unique);
    if (unique === entity.name) continue;
    const renamed = { kind, name: entity.name, id: entity.id, used: unique };
    notes.push((say) => (unique === name ? say.serviceNameBegins(renamed) : say.nameTaken(renamed)));
  }
  return names;
}
