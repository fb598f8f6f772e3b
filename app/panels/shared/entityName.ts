import type { Design, Entity, Link } from '#engine/design/schema';
import { entityById } from '#engine/design/tree';

/** What people call an entity: its name where it has one, the letter of a zone, a note's first line, else its id. */
export function nameOf(entity: Entity): string {
  if ('letter' in entity) return entity.letter;
  if ('name' in entity && entity.name !== '') return entity.name;
  if (entity.kind === 'note') return entity.text.trim().split('\n', 1)[0] || entity.id;
  return entity.id;
}

/** The name of the entity or link with this id; the id itself where there is none. */
export function nameOfId(design: Design, id: string): string {
  const entity = entityById(design, id);
  return entity === undefined ? id : nameOf(entity);
}

/** `client → web` */
export function nameOfLink(design: Design, link: Link): string {
  return `${nameOfId(design, link.from)} → ${nameOfId(design, link.to)}`;
}
