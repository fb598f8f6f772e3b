import { zone as zoneKind } from '../../design/kinds/zone';
import type { Zone } from '../../design/schema';
import type { Context } from '../context';
import { freeIdLike } from './freeId';

/** The drawn zones, and if they are too few, further ones of the region; fewer than `count` where the region has no more. */
export function zonesUpTo(context: Context, count: number): { readonly ids: readonly string[]; readonly added: readonly Zone[] } {
  const drawn = new Set(context.zones.map((zone) => zone.letter));
  const added = context.catalog.zones
    .filter((letter) => !drawn.has(letter))
    .slice(0, Math.max(0, count - context.zones.length))
    .map((letter) => zoneKind.schema.parse({ id: freeIdLike(context.design, `zone-${letter}`), kind: 'zone', letter }));
  return { ids: [...context.zones.map((zone) => zone.id), ...added.map((zone) => zone.id)], added };
}
