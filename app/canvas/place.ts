import { applyEdit } from '#engine/design/edit';
import type { Edit } from '#engine/design/edit';
import { newEntity } from '#engine/design/newEntity';
import { unusedId } from '#engine/design/unusedId';
import { definitionOf } from '#engine/design/kinds/kinds';
import type { Design, Entity } from '#engine/design/schema';
import { linkSchema } from '#engine/design/schema';
import { entitiesOf, entityById, zoneIdsOf, zonesOf } from '#engine/design/tree';
import type { PlacedPod } from '#engine/evaluation';
import type { Arrangement, Box, Column } from './arrangement';
import { contains } from './geometry';
import type { Point } from './geometry';
import type { PaletteItem } from './palette';
import { reorder } from './reorder';
import type { Subject } from './subject';

/** What dropping something here would do; with a refusal it does nothing. */
export interface Drop {
  /** Names the slot: two points with the same key mean the same drop. */
  readonly key: string;
  readonly edit: Edit | null;
  /** Code of the reason (`refused.CODE`), or a sentence of the engine's. */
  readonly refusal: string | null;
  /** Message key of the step. */
  readonly label: 'step.place' | 'step.move' | 'step.pin' | 'step.stretch' | 'step.reorder' | 'step.addLink' | 'step.addZone';
  /** Boxes that light up: the column, node or card under the pointer. */
  readonly over: readonly string[];
  /** Id of what is placed or moved, to show where it will lie. */
  readonly subject: string | null;
}

export interface PlaceContext {
  readonly design: Design;
  readonly arrangement: Arrangement;
  /** Letters that the region has, for a new zone. */
  readonly letters: readonly string[];
  readonly podOf: (pod: string) => PlacedPod | undefined;
  /** Why a node cannot take a pod, as a code; null: it can. */
  readonly nodeRefusal: (pod: PlacedPod, node: string) => 'node-full' | 'node-dead' | null;
}

/** What it means to let go of `subject` at a point of the board. Pure: the same for pointers, keys and the palette. */
export function dropAt(context: PlaceContext, subject: Subject, point: Point): Drop {
  const { arrangement } = context;
  const column = columnAt(arrangement, point.x);
  const target = boxAt(arrangement, point);
  switch (subject.type) {
    case 'new':
      return dropNew(context, subject.item, column, target);
    case 'entities':
      return dropEntities(context, subject.ids, subject.grabbed, column, target, point);
    case 'pod':
      return dropPod(context, subject.pod, target);
    case 'band':
      return stretch(context, subject.id, subject.edge, column);
    case 'link':
      return dropLink(context, subject.from, target);
  }
}

/** The column under a point; between two columns there is none. */
export function columnAt(arrangement: Arrangement, x: number): Column | undefined {
  return arrangement.columns.find((column) => x >= column.x && x < column.x + column.width);
}

/** The innermost box under a point, columns aside. */
export function boxAt(arrangement: Arrangement, point: Point): Box | undefined {
  return arrangement.boxes.findLast((box) => box.type !== 'zone' && contains(box, point));
}

const nowhere: Drop = { key: '', edit: null, refusal: null, label: 'step.move', over: [], subject: null };

function refused(key: string, refusal: string, over: readonly string[] = []): Drop {
  return { ...nowhere, key: `${key} ${refusal} ${over.join()}`, refusal, over };
}

/** The drop, or why the design does not take it. */
function checked(context: PlaceContext, drop: Drop): Drop {
  if (drop.edit === null) return drop;
  const result = applyEdit(context.design, drop.edit);
  return result.ok ? drop : { ...drop, edit: null, refusal: result.error.code === 'invalid' ? result.error.message : result.error.code };
}

function dropNew(context: PlaceContext, item: PaletteItem, column: Column | undefined, target: Box | undefined): Drop {
  const { design, arrangement } = context;
  const definition = definitionOf(item.kind);
  if (definition.lane === 'column') return newZone(context);
  if (definition.lane === 'control' && design.settings.controlPlane === 'eks') return refused('new', 'managed-control-plane', column === undefined ? [] : [column.zone]);
  if (definition.span === 'zone' && column === undefined) return refused('new', 'needs-zone');
  const zones = zonesFor(arrangement, item, column);
  if (definition.span !== 'region' && zones.length === 0) return refused('new', arrangement.columns.length === 0 ? 'no-zones' : 'needs-zone');
  const entity = newEntity(design, item.kind, zones, uniqueName(design, item));
  if (!entity.ok) return refused('new', entity.error.code === 'invalid' ? entity.error.message : entity.error.code);
  const joined = definition.span === 'region' ? serviceOf(design, entity.value, target) : null;
  const add: Edit = { type: 'add', entities: [entity.value], links: [] };
  return checked(context, {
    key: `new ${zones.join()} ${joined?.over ?? ''}`,
    edit: joined === null ? add : { type: 'all', edits: [add, joined.edit] },
    refusal: null,
    label: 'step.place',
    over: joined !== null ? [joined.over] : definition.span === 'region' ? [] : zones,
    subject: entity.value.id,
  });
}

/** A Service dropped on a load balancer is what that balances. */
function serviceOf(design: Design, entity: Entity, target: Box | undefined): { readonly edit: Edit; readonly over: string } | null {
  const balancer = target === undefined ? undefined : entityById(design, target.key);
  if (entity.kind !== 'service' || balancer?.kind !== 'loadBalancer') return null;
  return { edit: { type: 'set', id: balancer.id, fields: { service: entity.id } }, over: balancer.id };
}

function newZone(context: PlaceContext): Drop {
  const taken = new Set(zonesOf(context.design).map((zone) => zone.letter));
  const letter = context.letters.find((each) => !taken.has(each));
  if (letter === undefined) return refused('zone', 'no-more-zones');
  const id = entityById(context.design, `zone-${letter}`) === undefined ? `zone-${letter}` : unusedId(context.design, 'zone');
  const entity = newEntity(context.design, 'zone', [], { letter, id });
  if (!entity.ok) return refused('zone', entity.error.message);
  return checked(context, { key: 'zone', edit: { type: 'add', entities: [entity.value], links: [] }, refusal: null, label: 'step.addZone', over: [], subject: id });
}

function zonesFor(arrangement: Arrangement, item: PaletteItem, column: Column | undefined): readonly string[] {
  const all = arrangement.columns.map((each) => each.zone);
  switch (item.zones) {
    case 'all':
      return all;
    case 'one':
      return column === undefined ? [] : [column.zone];
    case 'two': {
      if (column === undefined) return all.slice(0, 2);
      const other = all[all.indexOf(column.zone) + 1] ?? all.find((zone) => zone !== column.zone);
      return other === undefined ? [column.zone] : [column.zone, other];
    }
  }
}

/** The item's fields with a name that no other of its kind has: a second `web` is `web-2`. */
function uniqueName(design: Design, item: PaletteItem): Readonly<Record<string, unknown>> {
  const wanted = item.fields['name'] ?? definitionOf(item.kind).initial['name'];
  if (typeof wanted !== 'string') return item.fields;
  const taken = new Set(design.entities.flatMap((entity) => (entity.kind === item.kind && 'name' in entity ? [entity.name] : [])));
  let name = wanted;
  for (let number = 2; taken.has(name); number++) name = `${wanted}-${number}`;
  const selector = item.kind === 'service' && item.fields['selector'] === undefined ? firstUnserved(design) : null;
  return { ...item.fields, name, ...(selector !== null && { selector: { app: selector } }) };
}

/** A new Service selects the first workload that no Service selects yet. */
function firstUnserved(design: Design): string | null {
  const served = new Set(entitiesOf(design, 'service').map((service) => service.selector['app']));
  return entitiesOf(design, 'workload').find((workload) => !served.has(workload.name))?.name ?? null;
}

function dropEntities(context: PlaceContext, ids: readonly string[], grabbed: string | null, column: Column | undefined, target: Box | undefined, point: Point): Drop {
  const { design, arrangement } = context;
  const [only] = ids;
  const single = ids.length === 1 && only !== undefined ? entityById(design, only) : undefined;
  if (single !== undefined) {
    const joined = serviceOf(design, single, target);
    if (joined !== null) return checked(context, { key: `join ${joined.over}`, edit: joined.edit, refusal: null, label: 'step.move', over: [joined.over], subject: null });
  }
  const movable = ids.flatMap((id) => {
    const entity = entityById(design, id);
    return entity !== undefined && definitionOf(entity.kind).span !== 'region' ? [entity] : [];
  });
  if (movable.length > 0) {
    if (column === undefined) return single !== undefined && zoneIdsOf(single).length > 1 ? nowhere : refused('move', 'needs-zone');
    const moves: Edit[] = [];
    for (const entity of movable) {
      const zones = movedZones(arrangement, zoneIdsOf(entity), grabbed, column.zone);
      if (zones === null) return refused('move', 'off-board', [column.zone]);
      if (zones.join() !== zoneIdsOf(entity).join()) moves.push({ type: 'place', id: entity.id, zones });
    }
    if (moves.length > 0) {
      return checked(context, {
        key: `move ${column.zone}`,
        edit: moves.length === 1 && moves[0] !== undefined ? moves[0] : { type: 'all', edits: moves },
        refusal: null,
        label: 'step.move',
        over: [column.zone],
        subject: single?.id ?? null,
      });
    }
  }
  if (single === undefined) return nowhere;
  const order = reorder(design, arrangement, single.id, point);
  return order === null ? nowhere : { key: `order ${order.join()}`, edit: { type: 'layout', fields: { order } }, refusal: null, label: 'step.reorder', over: [], subject: single.id };
}

/** What is in one zone goes to the column; a band moves by as many columns as the pointer did. null: over the edge. */
function movedZones(arrangement: Arrangement, zones: readonly string[], grabbed: string | null, to: string): readonly string[] | null {
  const all = arrangement.columns.map((column) => column.zone);
  if (zones.length <= 1) return [to];
  const shift = grabbed === null ? 0 : all.indexOf(to) - all.indexOf(grabbed);
  const moved = zones.map((zone) => all[all.indexOf(zone) + shift]);
  return moved.every((zone) => zone !== undefined) ? moved : null;
}

function dropPod(context: PlaceContext, pod: string, target: Box | undefined): Drop {
  const placed = context.podOf(pod);
  const workload = placed === undefined ? undefined : entityById(context.design, placed.workload);
  if (placed === undefined || workload?.kind !== 'workload') return nowhere;
  if (target === undefined || target.node === null) return refused('pin', 'needs-node');
  if (workload.type === 'DaemonSet') return refused('pin', 'daemonset-pod', [target.key]);
  if (placed.node === target.node) return { ...nowhere, key: 'pin here' };
  const refusal = context.nodeRefusal(placed, target.node);
  if (refusal !== null) return refused('pin', refusal, [target.key]);
  return checked(context, {
    key: `pin ${target.node}`,
    edit: { type: 'set', id: workload.id, fields: { pins: { ...workload.pins, [String(placed.ordinal)]: target.node } } },
    refusal: null,
    label: 'step.pin',
    over: [target.key],
    subject: null,
  });
}

/** A band's end over another column: columns that it newly covers are used, those that it leaves are not. */
function stretch(context: PlaceContext, id: string, edge: 'start' | 'end', column: Column | undefined): Drop {
  const { design, arrangement } = context;
  const entity = entityById(design, id);
  if (entity === undefined || column === undefined) return nowhere;
  const all = arrangement.columns.map((each) => each.zone);
  const used = zoneIdsOf(entity).map((zone) => all.indexOf(zone)).filter((index) => index >= 0).sort((a, b) => a - b);
  const first = used[0];
  const last = used.at(-1);
  if (first === undefined || last === undefined) return nowhere;
  const to = all.indexOf(column.zone);
  const [start, end] = edge === 'end' ? [first, Math.max(first, to)] : [Math.min(last, to), last];
  const next = all.filter((_zone, index) => index >= start && index <= end && (used.includes(index) || index < first || index > last || index === to));
  // A band's order says something (the first zone of a database is its writer's): what it keeps stays in its order.
  const zones = [...zoneIdsOf(entity).filter((zone) => next.includes(zone)), ...next.filter((zone) => !zoneIdsOf(entity).includes(zone))];
  if (zones.join() === zoneIdsOf(entity).join()) return { ...nowhere, key: 'stretch same' };
  return checked(context, { key: `stretch ${zones.join()}`, edit: { type: 'place', id, zones }, refusal: null, label: 'step.stretch', over: next, subject: id });
}

function dropLink(context: PlaceContext, from: string, target: Box | undefined): Drop {
  const entity = target === undefined ? undefined : entityById(context.design, target.key);
  if (target === undefined || entity === undefined || entity.id === from) return { ...nowhere, key: 'link' };
  if (context.design.links.some((link) => link.from === from && link.to === entity.id)) return refused('link', 'linked-already', [entity.id]);
  const link = linkSchema.parse({ id: unusedId(context.design, 'link'), from, to: entity.id });
  const drop = checked(context, { key: `link ${entity.id}`, edit: { type: 'add', entities: [], links: [link] }, refusal: null, label: 'step.addLink', over: [entity.id], subject: null });
  return drop.refusal === null ? drop : { ...drop, refusal: 'not-callable' };
}
