import type { Zone } from '../../design/schema';
import { zoneName } from '../../design/tree';
import type { Context } from '../context';
import { freeIdLike } from './freeId';

export interface MoreZones {
  readonly ids: readonly string[];
  /** Those of them that are not drawn yet. */
  readonly added: readonly Zone[];
  /** `ap-northeast-2a` */
  readonly nameOf: (id: string) => string;
}

/** The drawn zones, and if they are too few, further ones of the region; fewer than `count` where the region has no more. */
export function zonesUpTo(context: Context, count: number): MoreZones {
  const drawn = new Set(context.zones.map((zone) => zone.letter));
  const added = context.catalog.zones
    .filter((letter) => !drawn.has(letter))
    .slice(0, Math.max(0, count - context.zones.length))
    .map((letter): Zone => ({ id: freeIdLike(context.design, `zone-${letter}`), kind: 'zone', letter }));
  const names = new Map([...context.zones.map(({ id, name }) => [id, name] as const), ...added.map((zone) => [zone.id, zoneName(context.design, zone)] as const)]);
  return { ids: [...names.keys()], added, nameOf: (id) => names.get(id) ?? id };
}
