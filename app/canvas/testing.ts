import { parseDesign } from '#engine/design/parse';
import type { Design } from '#engine/design/schema';
import { arrange } from './arrange';
import type { Arrangement, BoardNode } from './arrangement';

/** A design from its entities, for tests; the zones a, b, c are there already. */
export function designOf(entities: readonly Readonly<Record<string, unknown>>[], rest: Readonly<Record<string, unknown>> = {}): Design {
  const zones = ['a', 'b', 'c'].map((letter) => ({ id: `zone-${letter}`, kind: 'zone', letter }));
  const parsed = parseDesign({ zonesketch: 1, entities: [...zones, ...entities], ...rest });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  return parsed.value;
}

export function nodesOf(owner: string, zone: string, count: number, pods = 0): readonly BoardNode[] {
  return Array.from({ length: count }, (_, index) => ({ name: `${owner}-${zone.slice(-1)}-${index}`, owner, zone, pods }));
}

export function arranged(design: Design, nodes: readonly BoardNode[] = [], more: { readonly waiting?: number; readonly traffic?: boolean; readonly volumeZones?: readonly string[]; readonly unfolded?: readonly string[] } = {}): Arrangement {
  return arrange({ design, nodes, waiting: 0, traffic: false, volumeZones: [], unfolded: [], ...more });
}
