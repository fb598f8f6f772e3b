import { compareBytes } from '#engine/byteOrder';
import type { Lane } from '#engine/design/kinds/kind';
import { definitionOf, kindNames } from '#engine/design/kinds/kinds';
import { zoneIdsOf, zonesOf } from '#engine/design/tree';
import { KARPENTER } from '#engine/karpenter/entity';
import type { Design, Entity, Zone } from '#engine/design/schema';
import type { Arrangement, BoardNode, Box, BoxType, Column, LaneRow, Segment } from './arrangement';
import { nodeKey, volumesKey } from './arrangement';
import { instanceHeight, sizes } from './geometry';
import type { Rect } from './geometry';

export interface ArrangeInput {
  readonly design: Design;
  readonly nodes: readonly BoardNode[];
  /** Zone ids in which volumes are drawn. */
  readonly volumeZones: readonly string[];
  /** How many entries the tray of waiting pods has. */
  readonly waiting: number;
  /** The strip with the traffic between the zones is shown. */
  readonly traffic: boolean;
  /** Groups that are shown with their instances however many they are. */
  readonly unfolded: readonly string[];
}

/** From top to bottom. */
export const lanes: readonly Lane[] = ['entry', 'control', 'groups', 'workloads', 'storage', 'free'];

/**
 * Positions of everything, from the design and its order alone: zones are columns, lanes are rows, and things fill them
 * from the top left in order. Nothing overlaps but what lies in something; nobody pushes pixels.
 */
export function arrange(input: ArrangeInput): Arrangement {
  const { design, nodes } = input;
  const rank = rankOf(design);
  const nodesByOwner = groupNodes(nodes);
  const large = largeGroups(nodesByOwner);
  const folded = new Set([...design.layout.collapsed, ...[...large].filter((id) => !input.unfolded.includes(id))]);
  const perRow = cellsPerRow(design, nodesByOwner, folded);
  const columnWidth = 2 * sizes.columnPadding + 2 * sizes.group.padding + perRow * sizes.instance.width + (perRow - 1) * sizes.gap;
  const zones = byRank(zonesOf(design), rank);
  const columns = zones.map((zone, index) => columnOf(zone, index, columnWidth));
  const last = columns.at(-1);
  const right = last === undefined ? sizes.gutter + 3 * columnWidth : last.x + last.width;

  const board: Board = { input, rank, columns, perRow, right, nodesByOwner, folded, boxes: [], shelves: [] };
  const rows: LaneRow[] = [];
  let y: number = sizes.header;
  if (input.traffic && columns.length > 0) {
    push(board, 'traffic', 'traffic', 'column', null, { x: sizes.gutter, y: y + sizes.lanePadding, width: right - sizes.gutter, height: sizes.traffic });
    y += sizes.traffic + 2 * sizes.lanePadding;
  }
  for (const lane of lanes) {
    const bottom = fillLane(board, lane, y + sizes.lanePadding);
    const isEmpty = bottom === y + sizes.lanePadding;
    if (isEmpty && lane === 'free') continue;
    const height = isEmpty ? sizes.emptyLane + 2 * sizes.lanePadding : bottom - y + sizes.lanePadding;
    rows.push({ lane, y, height, isEmpty });
    y += height;
  }
  const columnBottom = y;
  if (input.waiting > 0) {
    const perTrayRow = Math.max(1, Math.floor((right - sizes.gutter - 16) / sizes.trayItem));
    const height = sizes.trayHead + Math.ceil(input.waiting / perTrayRow) * sizes.trayRow + sizes.gap;
    push(board, 'tray', 'tray', 'free', null, { x: sizes.gutter, y: y + sizes.columnGap, width: right - sizes.gutter, height });
    y += sizes.columnGap + height;
  }

  const tall = columns.map((column) => ({ ...column, height: columnBottom }));
  const boxes: Box[] = [
    ...tall.map((column): Box => ({ key: column.zone, type: 'zone', lane: 'column', parent: null, node: null, segments: [], x: column.x, y: 0, width: column.width, height: columnBottom })),
    ...board.boxes,
  ];
  return { width: right, height: y, columns: tall, lanes: rows, shelves: board.shelves, boxes, byKey: new Map(boxes.map((box) => [box.key, box])), folded, large, nodesByOwner };
}

interface Board {
  readonly input: ArrangeInput;
  readonly rank: (id: string) => number;
  readonly columns: readonly Column[];
  readonly perRow: number;
  readonly folded: ReadonlySet<string>;
  readonly right: number;
  readonly nodesByOwner: Arrangement['nodesByOwner'];
  readonly boxes: Box[];
  readonly shelves: Rect[];
}

function push(board: Board, key: string, type: BoxType, lane: Lane, parent: string | null, rect: Rect, segments: readonly Segment[] = [], node: string | null = null): void {
  board.boxes.push({ key, type, lane, parent, segments, node, ...rect });
}

/** Place in the order that the user has given; what is not in it comes after, in its natural order. */
function rankOf(design: Design): (id: string) => number {
  const places = new Map(design.layout.order.map((id, index) => [id, index]));
  return (id) => places.get(id) ?? Number.POSITIVE_INFINITY;
}

function byRank<T extends { readonly id: string }>(items: readonly T[], rank: (id: string) => number): readonly T[] {
  return items
    .map((item, index) => ({ item, index, rank: rank(item.id) }))
    .sort((a, b) => (a.rank === b.rank ? a.index - b.index : a.rank - b.rank))
    .map(({ item }) => item);
}

function groupNodes(nodes: readonly BoardNode[]): Arrangement['nodesByOwner'] {
  const owners = new Map<string, Map<string, BoardNode[]>>();
  for (const node of nodes) {
    let zones = owners.get(node.owner);
    if (zones === undefined) owners.set(node.owner, (zones = new Map()));
    const list = zones.get(node.zone);
    if (list === undefined) zones.set(node.zone, [node]);
    else list.push(node);
  }
  for (const zones of owners.values()) for (const list of zones.values()) list.sort((a, b) => a.name.length - b.name.length || compareBytes(a.name, b.name));
  return owners;
}

/** More instances of one group in one column are too small to read: the group is a summary until it is unfolded. */
const mostInstances = 100;

function largeGroups(nodesByOwner: Arrangement['nodesByOwner']): ReadonlySet<string> {
  return new Set([...nodesByOwner].flatMap(([owner, zones]) => ([...zones.values()].some((list) => list.length > mostInstances) ? [owner] : [])));
}

/** Width over height that the board should have: about that of a screen. */
const wide = 1.5;

/** Instances side by side in a column: more where groups are big or cards are many, so that the board stays as wide as a screen. */
function cellsPerRow(design: Design, nodesByOwner: Arrangement['nodesByOwner'], folded: ReadonlySet<string>): number {
  let most = 1;
  for (const [owner, zones] of nodesByOwner) {
    if (folded.has(owner)) continue;
    for (const list of zones.values()) most = Math.max(most, list.length);
  }
  const columns = Math.max(1, zonesOf(design).length);
  const cellWidth = sizes.instance.width + sizes.gap;
  const rowHeight = instanceHeight(sizes.pod.perRow * 2) + sizes.gap;
  const forInstances = Math.sqrt((wide * most * rowHeight) / (columns * cellWidth));
  const cards = design.entities.filter((entity) => zoneIdsOf(entity).length === 0).length;
  const forCards = Math.sqrt(wide * cards * (sizes.card.width + sizes.gap) * (sizes.card.height + sizes.gap)) / (columns * cellWidth);
  return Math.min(8, Math.max(2, Math.round(Math.max(forInstances, forCards))));
}

function columnOf(zone: Zone, index: number, width: number): Column {
  return { zone: zone.id, letter: zone.letter, x: sizes.gutter + index * (width + sizes.columnGap), y: 0, width, height: 0 };
}

/** Fills a lane from `top` and answers where it ends; `top` if it is empty. */
function fillLane(board: Board, lane: Lane, top: number): number {
  let y = top;
  // Where the next thing in each column can stand.
  let skyline: readonly number[] = board.columns.map(() => top);
  for (const entities of sections(board, lane)) {
    const [first] = entities;
    if (first === undefined) continue;
    const span = definitionOf(first.kind).span;
    if (span === 'region') {
      y = flow(board, lane, entities, y) + sizes.gap;
      skyline = skyline.map(() => y);
    } else {
      skyline = span === 'zones' ? stackBands(board, lane, entities.map((entity) => ({ id: entity.id, zones: zoneIdsOf(entity) })), skyline) : stackCells(board, lane, entities, skyline);
      y = Math.max(y, ...skyline);
    }
  }
  if (lane === 'groups') y = Math.max(y, ...stackBands(board, lane, karpenterBand(board), skyline));
  if (lane === 'control' && board.input.design.settings.controlPlane === 'eks' && board.columns.length > 0) {
    const x = sizes.gutter + sizes.columnPadding;
    push(board, 'managed', 'managed', lane, null, { x, y, width: board.right - sizes.columnPadding - x, height: sizes.band.height });
    y += sizes.band.height + sizes.gap;
  }
  if (lane === 'storage') {
    const zones = board.columns.filter((column) => board.input.volumeZones.includes(column.zone));
    for (const column of zones) {
      push(board, volumesKey(column.zone), 'volumes', lane, column.zone, { x: column.x + sizes.columnPadding, y, width: column.width - 2 * sizes.columnPadding, height: sizes.cell.height });
    }
    if (zones.length > 0) y += sizes.cell.height + sizes.gap;
  }
  return y === top ? top : y - sizes.gap;
}

/** A lane's entities by kind, clients before what they call: regional cards, then bands, then what lies in one column. */
function sections(board: Board, lane: Lane): readonly (readonly Entity[])[] {
  const order = kindNames.filter((kind) => definitionOf(kind).lane === lane).sort((a, b) => (definitionOf(a).sectionRank ?? 0) - (definitionOf(b).sectionRank ?? 0));
  const inLane = board.input.design.entities.filter((entity) => definitionOf(entity.kind).lane === lane);
  const result = new Map<string, Entity[]>();
  for (const kind of order) {
    const entities = inLane.filter((entity) => entity.kind === kind).sort((a, b) => compareBytes(a.id, b.id));
    // Machines of one column share its rows, whatever their kind.
    const key = definitionOf(kind).span === 'zone' ? 'zone' : kind;
    const list = result.get(key);
    if (list === undefined) result.set(key, [...byRank(entities, board.rank)]);
    else list.push(...byRank(entities, board.rank));
  }
  return [...result.values()].map((list) => byRank(list, board.rank));
}

/** Cards of the region, as many in a row as fit, on a shelf over all columns; notes lie on the board itself. */
function flow(board: Board, lane: Lane, entities: readonly Entity[], top: number): number {
  const size = lane === 'free' ? sizes.note : sizes.card;
  const padding = lane === 'free' ? { x: 0, y: 0 } : sizes.shelf;
  const x = sizes.gutter + sizes.columnPadding;
  const width = board.right - sizes.columnPadding - x;
  const perRow = Math.max(1, Math.floor((width - 2 * padding.x + sizes.gap) / (size.width + sizes.gap)));
  entities.forEach((entity, index) => {
    const row = Math.floor(index / perRow);
    push(board, entity.id, 'card', lane, null, { x: x + padding.x + (index % perRow) * (size.width + sizes.gap), y: top + padding.y + row * (size.height + sizes.gap), width: size.width, height: size.height });
  });
  const height = Math.ceil(entities.length / perRow) * (size.height + sizes.gap) - sizes.gap + 2 * padding.y;
  if (lane !== 'free') board.shelves.push({ x, y: top, width, height });
  return top + height;
}

/** What lies over the columns of some zones. */
interface Band {
  /** Entity id, or that of Karpenter. */
  readonly id: string;
  /** Zone ids. */
  readonly zones: readonly string[];
}

/** Karpenter's nodes have no group; they are drawn as one over every zone that it uses. */
function karpenterBand({ nodesByOwner }: Board): readonly Band[] {
  const zones = nodesByOwner.get(KARPENTER);
  return zones === undefined ? [] : [{ id: KARPENTER, zones: [...zones.keys()] }];
}

/** Bands over the columns of their zones, each as high up as the columns under it allow. */
function stackBands(board: Board, lane: Lane, bands: readonly Band[], before: readonly number[]): readonly number[] {
  const skyline = [...before];
  for (const entity of bands) {
    const used = new Set(entity.zones);
    const indexes = board.columns.flatMap((column, index) => (used.has(column.zone) ? [index] : []));
    const [first] = indexes;
    const last = indexes.at(-1);
    if (first === undefined || last === undefined) continue;
    const span = board.columns.slice(first, last + 1);
    const x = (span[0]?.x ?? 0) + sizes.columnPadding;
    const width = (span.at(-1)?.x ?? 0) + (span.at(-1)?.width ?? 0) - sizes.columnPadding - x;
    const y = Math.max(...skyline.slice(first, last + 1));
    const segments = span.map((column) => ({
      zone: column.zone,
      x: Math.max(0, column.x - sizes.columnGap / 2 - x),
      width: Math.min(width, column.x + column.width + sizes.columnGap / 2 - x) - Math.max(0, column.x - sizes.columnGap / 2 - x),
      isUsed: used.has(column.zone),
    }));
    const height = lane === 'groups' ? pushGroup(board, entity, { x, y, width }, segments, span) : sizes.band.height;
    if (lane !== 'groups') push(board, entity.id, 'band', lane, null, { x, y, width, height }, segments);
    for (let index = first; index <= last; index++) skyline[index] = y + height + sizes.gap;
  }
  return skyline;
}

/** A group with its instances, each in the column of its zone. Answers its height. */
function pushGroup(board: Board, entity: Band, place: { readonly x: number; readonly y: number; readonly width: number }, segments: readonly Segment[], span: readonly Column[]): number {
  const zones = board.nodesByOwner.get(entity.id);
  const isCollapsed = board.folded.has(entity.id);
  const head = sizes.group.header;
  let height = head + sizes.group.padding + (isCollapsed ? 0 : 8);
  const cells: { readonly node: BoardNode; readonly x: number; readonly y: number; readonly height: number }[] = [];
  if (!isCollapsed && zones !== undefined) {
    const pods = Math.max(0, ...[...zones.values()].flatMap((list) => list.map((node) => node.pods)));
    const cellHeight = instanceHeight(pods);
    for (const column of span) {
      const list = zones.get(column.zone) ?? [];
      list.forEach((node, index) => cells.push({ node, ...cellPlace(board, column, index, place.y + head, cellHeight), height: cellHeight }));
      const rows = Math.ceil(list.length / board.perRow);
      height = Math.max(height, head + rows * (cellHeight + sizes.gap) - (rows === 0 ? 0 : sizes.gap) + sizes.group.padding);
    }
  }
  push(board, entity.id, 'workers', 'groups', null, { ...place, height }, segments);
  for (const { node, x, y, height: cellHeight } of cells) {
    push(board, nodeKey(node.name), 'instance', 'groups', entity.id, { x, y, width: sizes.instance.width, height: cellHeight }, [], node.name);
  }
  return height;
}

function cellPlace(board: Board, column: Column, index: number, top: number, cellHeight: number): { readonly x: number; readonly y: number } {
  const left = column.x + sizes.columnPadding + sizes.group.padding;
  return {
    x: left + (index % board.perRow) * (sizes.instance.width + sizes.gap),
    y: top + Math.floor(index / board.perRow) * (cellHeight + sizes.gap),
  };
}

/** What lies in one column: control-plane machines as cells, instances without a group as what they are. */
function stackCells(board: Board, lane: Lane, entities: readonly Entity[], before: readonly number[]): readonly number[] {
  const skyline = [...before];
  const instances = lane === 'groups';
  const pods = Math.max(0, ...entities.flatMap((entity) => [...(board.nodesByOwner.get(entity.id)?.values() ?? [])].flat().map((node) => node.pods)));
  const height = instances ? instanceHeight(pods) : sizes.cell.height;
  board.columns.forEach((column, at) => {
    const top = before[at] ?? 0;
    const inColumn = entities.filter((entity) => zoneIdsOf(entity).includes(column.zone));
    inColumn.forEach((entity, index) => {
      const place = cellPlace(board, column, index, top, height);
      push(board, entity.id, instances ? 'instance' : 'cell', lane, column.zone, { ...place, width: sizes.instance.width, height }, [], board.nodesByOwner.get(entity.id)?.get(column.zone)?.[0]?.name ?? null);
      skyline[at] = place.y + height + sizes.gap;
    });
  });
  return skyline;
}
