import type { Design } from '#engine/design/schema';
import { entitiesOf, entityById } from '#engine/design/tree';
import type { PlacedPod, ServiceTraffic } from '#engine/evaluation';
import type { Arrangement, Box } from './arrangement';
import { parseKey } from './arrangement';
import type { Point } from './geometry';

/** One line over the board. */
export interface BoardPath {
  readonly key: string;
  readonly d: string;
  /** px */
  readonly width: number;
  readonly isCrossZone: boolean;
  /** What takes this way: a link's requests, or those of a Service to a node; null for a load balancer's own line. */
  readonly carries: { readonly link: string } | { readonly service: string; readonly node: string } | null;
}

export interface PathsInput {
  readonly selection: readonly string[];
  readonly design: Design;
  readonly arrangement: Arrangement;
  readonly services: ReadonlyMap<string, ServiceTraffic>;
  readonly pods: ReadonlyMap<string, PlacedPod>;
}

/** A calm curve from one point to another, leaving and arriving vertically. */
export function curve(from: Point, to: Point): string {
  const bend = Math.abs(to.y - from.y) / 2;
  const sign = to.y >= from.y ? 1 : -1;
  return `M${from.x} ${from.y}C${from.x} ${from.y + sign * bend} ${to.x} ${to.y - sign * bend} ${to.x} ${to.y}`;
}

/**
 * The lines of what is chosen: its links, the load balancer of a Service, and from a Service to the nodes of its pods, as
 * wide as their share. Of a pod: the Services that reach it. A line is cross-zone where it leaves the only zone of its start.
 */
export function pathsOf({ selection, design, arrangement, services, pods }: PathsInput): readonly BoardPath[] {
  const lines = new Map<string, BoardPath>();
  const add = (fromKey: string, toKey: string, width: number, carries: BoardPath['carries'] = null) => {
    const from = arrangement.byKey.get(fromKey);
    const to = arrangement.byKey.get(toKey);
    if (from === undefined || to === undefined) return;
    const key = `${fromKey} ${toKey}`;
    lines.set(key, { key, d: curve(...ends(from, to)), width, isCrossZone: isCrossZone(arrangement, from, to), carries });
  };
  const nodeKeys = new Map(arrangement.boxes.flatMap((box) => (box.node === null ? [] : [[box.node, box.key] as const])));
  const addService = (service: ServiceTraffic, only?: string) => {
    for (const [node, share] of Object.entries(service.nodeShares)) {
      const key = nodeKeys.get(node);
      if (key !== undefined && (only === undefined || only === node)) add(service.service, key, 1.5 + 8 * share, { service: service.service, node });
    }
  };

  for (const chosen of selection) {
    const { type, name } = parseKey(chosen);
    if (type === 'pod') {
      const node = pods.get(name)?.node;
      for (const service of services.values()) if (node != null && (service.podShares[name] ?? 0) > 0) addService(service, node);
      continue;
    }
    for (const link of design.links) if (link.from === chosen || link.to === chosen || link.id === chosen) add(link.from, link.to, 2, { link: link.id });
    for (const balancer of entitiesOf(design, 'loadBalancer')) {
      if (balancer.service !== undefined && (balancer.id === chosen || balancer.service === chosen)) add(balancer.id, balancer.service, 2);
    }
    const entity = entityById(design, chosen);
    const service = entity?.kind === 'loadBalancer' && entity.service !== undefined ? services.get(entity.service) : services.get(chosen);
    if (service !== undefined) addService(service);
  }
  return [...lines.values()];
}

function ends(from: Box, to: Box): [Point, Point] {
  const isDown = to.y + to.height / 2 >= from.y + from.height / 2;
  return [
    { x: anchorX(from, to), y: isDown ? from.y + from.height : from.y },
    { x: anchorX(to, from), y: isDown ? to.y : to.y + to.height },
  ];
}

/** A band is met straight above or below the other end, anything else in its middle. */
function anchorX(box: Box, other: Box): number {
  if (box.segments.length < 2) return box.x + box.width / 2;
  const x = other.segments.length < 2 ? other.x + other.width / 2 : box.x + box.width / 2;
  return Math.min(box.x + box.width - 12, Math.max(box.x + 12, x));
}

/** Only what stands in one column is in a zone; a card of the region is in none. */
function isCrossZone(arrangement: Arrangement, from: Box, to: Box): boolean {
  const zoneOf = (box: Box) => {
    if (box.lane === 'entry' && box.segments.length !== 1) return null;
    if (box.type === 'card') return null;
    return arrangement.columns.find((column) => box.x >= column.x && box.x + box.width <= column.x + column.width)?.zone ?? null;
  };
  const a = zoneOf(from);
  const b = zoneOf(to);
  return a !== null && b !== null && a !== b;
}
