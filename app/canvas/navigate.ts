import type { PlacedPod } from '#engine/evaluation';
import type { Arrangement } from './arrangement';
import { podKey } from './arrangement';
import { centerOf, podPosition, sizes } from './geometry';
import type { Rect } from './geometry';

export type Direction = 'left' | 'right' | 'up' | 'down';

/** A field that the arrow keys reach. */
export interface Field {
  readonly key: string;
  readonly rect: Rect;
}

/** Every field of the board: zones and groups by their heads, cards, instances by their heads, and the pods on them. */
export function fieldsOf(arrangement: Arrangement, podsOn: (node: string) => readonly PlacedPod[], depth: 'far' | 'middle' | 'near'): readonly Field[] {
  return arrangement.boxes.flatMap((box): readonly Field[] => {
    if (box.type === 'zone') return [{ key: box.key, rect: { ...box, height: sizes.header } }];
    if (box.type === 'workers') return [{ key: box.key, rect: { ...box, height: sizes.group.header } }];
    if (box.node === null) return [{ key: box.key, rect: box }];
    const head: Field = { key: box.key, rect: depth === 'far' ? box : { ...box, height: sizes.instance.head } };
    if (depth === 'far') return [head];
    const pods = podsOn(box.node).flatMap((pod, index): readonly Field[] => {
      const place = podPosition(index);
      return place === null ? [] : [{ key: podKey(pod.pod), rect: { x: box.x + place.x, y: box.y + place.y, width: sizes.pod.size, height: sizes.pod.size } }];
    });
    return [head, ...pods];
  });
}

/** Sideways distance counts more than distance ahead: a row is left only when it ends. */
const sideways = 4;

/** The next field in a direction; null at the edge of the board. */
export function navigate(fields: readonly Field[], from: string, direction: Direction): string | null {
  const start = fields.find((field) => field.key === from);
  if (start === undefined) return fields[0]?.key ?? null;
  const here = start.rect;
  let best: string | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const { key, rect } of fields) {
    if (key === from) continue;
    const ahead = distanceAhead(here, rect, direction);
    if (ahead < 0) continue;
    const isHorizontal = direction === 'left' || direction === 'right';
    const gap = isHorizontal ? gapBetween(here.y, here.height, rect.y, rect.height) : gapBetween(here.x, here.width, rect.x, rect.width);
    const offset = isHorizontal ? Math.abs(centerOf(rect).y - centerOf(here).y) : Math.abs(rect.x - here.x);
    const cost = ahead + sideways * gap + offset / 100;
    if (cost < least) {
      least = cost;
      best = key;
    }
  }
  return best;
}

/** From the facing edge of one to the facing edge of the other; negative: it is not in that direction. */
function distanceAhead(from: Rect, to: Rect, direction: Direction): number {
  switch (direction) {
    case 'right':
      return to.x - (from.x + from.width) + 0.5;
    case 'left':
      return from.x - (to.x + to.width) + 0.5;
    case 'down':
      return to.y - (from.y + from.height) + 0.5;
    case 'up':
      return from.y - (to.y + to.height) + 0.5;
  }
}

function gapBetween(a: number, aSize: number, b: number, bSize: number): number {
  return Math.max(0, b - (a + aSize), a - (b + bSize));
}
