import { err, ok, type Result } from '../result';
import type { EditError } from './edit';
import { definitionOf } from './kinds/kinds';
import { issuesOf, parseDesign } from './parse';
import type { Design, Entity } from './schema';
import { unusedId } from './unusedId';

/** A new entity with the defaults of its kind, an unused id, and the zones given; what it still lacks is the error. */
export function newEntity(design: Design, kind: Entity['kind'], zones: readonly string[], fields: Readonly<Record<string, unknown>> = {}): Result<Entity, EditError> {
  const definition = definitionOf(kind);
  const id = unusedId(design, definition.idPrefix);
  const inZones = definition.span === 'zone' ? { zone: zones[0] } : definition.span === 'zones' ? { zones } : {};
  const parsed = definition.schema.safeParse({ id, kind, ...definition.initial, ...inZones, ...fields });
  if (parsed.success) return ok(parsed.data as Entity);
  const issue = issuesOf(parsed.error)[0];
  const needsZone = definition.span !== 'region' && zones.length === 0;
  return needsZone
    ? err({ code: 'needs-zone', id, path: [], message: `a ${kind} needs a zone` })
    : err({ code: 'invalid', id, path: issue?.path ?? [], message: issue?.message ?? 'not valid' });
}

/** A new, empty design with its zones. */
export function emptyDesign(name: string, zones = 'abc'): Design {
  const parsed = parseDesign({ zonesketch: 1, name, entities: Array.from(zones, (letter) => letter).map((letter) => ({ id: `zone-${letter}`, kind: 'zone', letter })) });
  if (!parsed.ok) throw new Error(parsed.error.map((error) => error.message).join('; '));
  return parsed.value;
}
