import type { ReactFlowInstance, Viewport } from '@xyflow/react';
import { useCanvas } from '../stores/canvas';
import type { Depth } from '../stores/canvas';
import { useBoardView } from './boardView';
import type { Point, Rect } from './geometry';
import type { BoardFlowNode } from './reconcile';

/** Below `far` groups are summaries; from `near` on cards name what their dots are. */
const depths = { far: 0.5, near: 1.3 } as const;
/** The smallest text on screen, px. */
const smallestText = 11;
const padding = 20;
/** Room for the tools at the foot. */
const toolbarHeight = 60;
/** What the overview map takes of the corner. */
const mapRoom = { width: 192, height: 136 } as const;
/** Right of the columns stands the button for one more. */
const addZoneWidth = 40;

let flow: ReactFlowInstance<BoardFlowNode> | null = null;
let readable = 0;
let isFitted = false;

export function attachViewport(instance: ReactFlowInstance<BoardFlowNode>): void {
  flow = instance;
  readable = 0;
  zoomShown = 0;
}

export function depthOf(zoom: number): Depth {
  return zoom < depths.far ? 'far' : zoom < depths.near ? 'middle' : 'near';
}

/** Sizes of text follow the zoom when it has rested for this long, ms: each change is a style of everything on the board. */
const rest = 100;
let zoomShown = 0;
let zoomTimer = 0;

/** Follows every frame of a pan or zoom: writes to the page only at rest, when a threshold has been passed. */
export function onViewportMove(event: unknown, { zoom }: Viewport): void {
  if (event !== null && event !== undefined) isFitted = false;
  if (zoom === zoomShown) return;
  zoomShown = zoom;
  if (event === null || event === undefined) {
    showZoom();
    return;
  }
  window.clearTimeout(zoomTimer);
  zoomTimer = window.setTimeout(showZoom, rest);
}

function showZoom(): void {
  window.clearTimeout(zoomTimer);
  zoomTimer = 0;
  const zoom = zoomShown;
  useCanvas.getState().setDepth(depthOf(zoom));
  const size = Math.ceil(smallestText / zoom);
  if (size === readable) return;
  readable = size;
  const board = document.getElementById('board');
  if (board === null) return;
  board.style.setProperty('--readable', `${size}px`);
  // Fine print and the names of lanes grow to 18 px; text in drawings has 12.
  board.toggleAttribute('data-finer', 18 * zoom < smallestText);
  board.toggleAttribute('data-small-text', 12 * zoom < smallestText - 0.01);
  board.toggleAttribute('data-smaller-text', 15 * zoom < smallestText);
}

export function toBoard(screen: Point): Point {
  return flow?.screenToFlowPosition(screen) ?? screen;
}

function duration(): number {
  return window.matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 150;
}

/** While the view moves the board is one layer of the compositor; at rest it is not, so that text is sharp at its zoom. */
export function onViewportStart(event: unknown): void {
  const board = document.getElementById('board');
  board?.toggleAttribute('data-moving', true);
  if (event instanceof WheelEvent) coverBoard(board);
}

/** While the wheel moves the board, nothing is under a pointer that rests. */
function coverBoard(board: HTMLElement | null): void {
  board?.toggleAttribute('data-covered', true);
  window.addEventListener('pointermove', uncoverBoard, { once: true });
}

function uncoverBoard(): void {
  window.removeEventListener('pointermove', uncoverBoard);
  document.getElementById('board')?.toggleAttribute('data-covered', false);
}

export function onViewportEnd(): void {
  document.getElementById('board')?.toggleAttribute('data-moving', false);
  uncoverBoard();
  markWhole();
}

/** The overview map is of no use where everything is in sight, and gives way if it lies over it. */
function markWhole(): void {
  const board = document.getElementById('board');
  if (flow === null || board === null) return;
  const { x, y, zoom } = flow.getViewport();
  const { width, height } = useBoardView.getState().arrangement;
  const right = x + width * zoom;
  const bottom = y + height * zoom;
  const isWhole = x >= 0 && y >= 0 && right <= board.clientWidth && bottom <= board.clientHeight;
  board.toggleAttribute('data-whole', isWhole && right > board.clientWidth - mapRoom.width && bottom > board.clientHeight - mapRoom.height);
}

/** Another document: it is to be seen whole. */
export function showWholeNext(): void {
  isFitted = true;
}

/** Fits again what was shown whole, if it has outgrown the screen or nothing has been done to it yet. */
export function keepWhole({ isFresh }: { readonly isFresh: boolean }): void {
  const board = document.getElementById('board');
  markWhole();
  if (!isFitted || flow === null || board === null) return;
  const { x, y, zoom } = flow.getViewport();
  const { width, height } = useBoardView.getState().arrangement;
  const overflows = x < 0 || y < 0 || x + width * zoom > board.clientWidth || y + height * zoom > board.clientHeight;
  if (isFresh || overflows) fitBoard({ animated: !isFresh });
}

/** Shows the whole board, not larger than life. */
export function fitBoard({ animated }: { readonly animated: boolean }): void {
  const { width, height } = useBoardView.getState().arrangement;
  fit({ x: 0, y: 0, width: width + addZoneWidth, height }, animated, 1.1);
  isFitted = true;
}

export function fitRect(rect: Rect): void {
  fit(rect, true, 1.5);
}

function fit(rect: Rect, animated: boolean, largest: number): void {
  const board = document.getElementById('board');
  if (flow === null || board === null || rect.width <= 0 || rect.height <= 0) return;
  const { clientWidth, clientHeight } = board;
  if (clientWidth === 0 || clientHeight === 0) return;
  const zoom = Math.max(0.1, Math.min(largest, (clientWidth - 2 * padding) / rect.width, (clientHeight - padding - toolbarHeight) / rect.height));
  const x = (clientWidth - rect.width * zoom) / 2 - rect.x * zoom;
  const y = Math.max(padding, Math.min((clientHeight - toolbarHeight - rect.height * zoom) / 2, padding * 2)) - rect.y * zoom;
  void flow.setViewport({ x, y, zoom }, { duration: animated ? duration() : 0 }).then(markWhole);
  // setViewport of an unchanged size reports no move.
  onViewportMove(null, { x, y, zoom });
}

/** Near an edge of the board a drag takes the view along. Answers whether it moved. */
export function panAtEdge({ x: clientX, y: clientY }: Point): boolean {
  const board = document.getElementById('board')?.getBoundingClientRect();
  if (flow === null || board === undefined) return false;
  const dx = pull(clientX - board.left, board.width);
  const dy = pull(clientY - board.top, board.height);
  if (dx === 0 && dy === 0) return false;
  const { x, y, zoom } = flow.getViewport();
  void flow.setViewport({ x: x + dx, y: y + dy, zoom });
  isFitted = false;
  return true;
}

/** Width of the strip along the board's edges that takes the view along, px. */
export const edge = 28;
const fastest = 14;

function pull(at: number, size: number): number {
  if (at < 0 || at > size) return 0;
  if (at < edge) return Math.ceil(((edge - at) / edge) * fastest);
  return at > size - edge ? -Math.ceil(((at - size + edge) / edge) * fastest) : 0;
}

/** Moves a rectangle into sight, as little as needed. */
export function reveal(rect: Rect): void {
  const board = document.getElementById('board');
  if (flow === null || board === null) return;
  const { x, y, zoom } = flow.getViewport();
  const dx = shift(rect.x * zoom + x, rect.width * zoom, board.clientWidth);
  const dy = shift(rect.y * zoom + y, rect.height * zoom, board.clientHeight);
  if (dx !== 0 || dy !== 0) void flow.setViewport({ x: x + dx, y: y + dy, zoom }, { duration: duration() });
}

function shift(start: number, size: number, room: number): number {
  if (start < padding || size > room) return padding - start;
  return start + size > room - padding ? room - padding - size - start : 0;
}

export function zoomBy(factor: number): void {
  if (flow !== null) void flow.zoomTo(Math.max(0.1, Math.min(2.5, flow.getZoom() * factor)), { duration: duration() });
}

export function zoomTo(zoom: number): void {
  if (flow !== null) void flow.zoomTo(zoom, { duration: duration() });
}
