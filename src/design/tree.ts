import { compareBytes } from '../byteOrder';
import type { Design, Entity, EntityOf, Zone } from './schema';
import { once } from '../once';

/** Entities by id, built once for each list of entities. */
export const entitiesById = once(
  ({ entities }: Pick<Design, 'entities'>): ReadonlyMap<string, Entity> => new Map(entities.map((entity) => [entity.id, entity])),
  ({ entities }) => entities,
);

export function entityById(design: Design, id: string): Entity | undefined {
  return entitiesById(design).get(id);
}

const byKind = new WeakMap<Design['entities'], Map<string, readonly Entity[]>>();

/** The entities of a kind, by id in byte order: no result depends on the order in the file. */
export function entitiesOf<K extends Entity['kind']>(design: Design, kind: K): readonly EntityOf<K>[] {
  let lists = byKind.get(design.entities);
  if (lists === undefined) {
    lists = new Map();
    byKind.set(design.entities, lists);
  }
  let list = lists.get(kind);
  if (list === undefined) {
    list = design.entities.filter((entity) => entity.kind === kind).sort((a, b) => compareBytes(a.id, b.id));
    lists.set(kind, list);
  }
  return list as readonly EntityOf<K>[];
}

/** Zones by letter: the order in which AWS and people name them. */
export function zonesOf(design: Design): readonly Zone[] {
  return [...entitiesOf(design, 'zone')].sort((a, b) => compareBytes(a.letter, b.letter));
}

/** `ap-northeast-2a`: what Kubernetes and AWS call a zone. */
export function zoneName(design: Design, zone: Zone): string {
  return design.settings.region + zone.letter;
}

/** The zone ids that an entity lies in: one, several, or none for what belongs to the region. */
export function zoneIdsOf(entity: Entity): readonly string[] {
  if ('zone' in entity) return [entity.zone];
  return 'zones' in entity ? entity.zones : [];
}
