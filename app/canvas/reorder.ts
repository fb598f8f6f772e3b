import { definitionOf } from '#engine/design/kinds/kinds';
import { entityById } from '#engine/design/tree';
import type { Design, Entity } from '#engine/design/schema';
import type { Arrangement, Box } from './arrangement';
import { centerOf } from './geometry';
import type { Point } from './geometry';

/**
 * The order of the board with `id` where the point is among its neighbours: those of its row or column that are of its
 * sort. null where that changes nothing.
 */
export function reorder(design: Design, arrangement: Arrangement, id: string, point: Point): readonly string[] | null {
  const entity = entityById(design, id);
  const own = arrangement.byKey.get(id);
  if (entity === undefined || own === undefined) return null;
  const section = arrangement.boxes.filter((box) => box.lane === own.lane && isSibling(design, entity, box));
  const before = section.map((box) => box.key);
  const rest = section.filter((box) => box.key !== id);
  const rivals = rest.filter((box) => own.type === 'zone' || own.type === 'card' || (own.parent !== null && box.parent === own.parent) || (box.x < own.x + own.width && own.x < box.x + box.width));
  const next = rivals.find((box) => comesBefore(point, box, own.type === 'zone'));
  const at = next === undefined ? afterLast(rest, rivals) : rest.indexOf(next);
  const after = [...rest.slice(0, at).map((box) => box.key), id, ...rest.slice(at).map((box) => box.key)];
  if (after.every((key, index) => key === before[index])) return null;
  return [...design.layout.order.filter((each) => !after.includes(each)), ...after];
}

/** Things that are sorted among each other: of one kind, or all machines of a lane. */
function isSibling(design: Design, entity: Entity, box: Box): boolean {
  const other = entityById(design, box.key);
  if (other === undefined) return false;
  return other.kind === entity.kind || (definitionOf(entity.kind).span === 'zone' && definitionOf(other.kind).span === 'zone');
}

/** In reading order; for columns only from left to right. */
function comesBefore(point: Point, box: Box, isColumn: boolean): boolean {
  const center = centerOf(box);
  if (isColumn) return point.x < center.x;
  if (point.y < box.y) return true;
  if (point.y >= box.y + box.height) return false;
  return box.type === 'workers' || box.type === 'band' ? point.y < center.y : point.x < center.x;
}

function afterLast(rest: readonly Box[], rivals: readonly Box[]): number {
  const last = rivals.at(-1);
  return last === undefined ? rest.length : rest.indexOf(last) + 1;
}
