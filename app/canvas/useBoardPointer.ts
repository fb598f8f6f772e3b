import { KARPENTER } from '#engine/karpenter/entity';
import { useEffect, useRef } from 'react';
import type { RefObject } from 'react';
import { useCanvas } from '../stores/canvas';
import { useSession } from '../stores/session';
import { parseKey, podKey } from './arrangement';
import { useBoardView } from './boardView';
import { focusCell, openInspector } from './focus';
import { overlaps, podPosition, sizes } from './geometry';
import type { Point, Rect } from './geometry';
import { podsOn } from './podsOn';
import { columnAt } from './place';
import { holdPointer } from './pointerHold';
import { openQuickAdd } from './quickAdd';
import { isReadOnly } from './readOnly';
import type { Subject } from './subject';
import { toBoard } from './viewport';

/** Pointers on the board: choose, drag, stretch, connect, draw a box. Panning and zooming are React Flow's. */
export function useBoardPointer(area: RefObject<HTMLElement | null>): { readonly box: RefObject<HTMLDivElement | null>; readonly ghost: RefObject<HTMLDivElement | null> } {
  const box = useRef<HTMLDivElement>(null);
  const ghost = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const board = area.current;
    if (board === null) return;
    const down = (event: PointerEvent) => {
      if (event.button !== 0 || !(event.target instanceof Element) || isReadOnly()) return;
      const { target } = event;
      if (target.closest('button, [data-overlay]') !== null || target.closest('.react-flow__minimap') !== null) return;
      const point = toBoard({ x: event.clientX, y: event.clientY });
      const band = target.closest<HTMLElement>('[data-band]');
      const connector = target.closest<HTMLElement>('[data-connect]');
      const cell = target.closest<HTMLElement>('[data-cell]');
      if (band !== null) {
        const edge = band.dataset['edge'] === 'start' ? 'start' : 'end';
        holdPointer(event, { type: 'band', id: band.dataset['band'] ?? '', edge }, () => undefined);
      } else if (connector !== null) {
        holdPointer(event, { type: 'link', from: connector.dataset['connect'] ?? '' }, () => undefined);
      } else if (event.shiftKey && (cell === null || target.closest('.nopan') === null)) {
        event.stopPropagation();
        drawBox(event, board, box.current);
      } else if (cell !== null) {
        const key = podAt(cell.dataset['cell'] ?? '', point) ?? cell.dataset['cell'] ?? '';
        holdPointer(event, subjectOf(key, point), () => click(key, event));
      } else {
        clickEmpty(event, target);
      }
    };
    const double = (event: MouseEvent) => {
      if (!(event.target instanceof Element) || event.target.closest('button, [data-overlay]') !== null || isReadOnly()) return;
      const cell = event.target.closest<HTMLElement>('[data-cell]');
      if (cell !== null) {
        openInspector();
        return;
      }
      if (event.target.closest('.react-flow__minimap') === null) openQuickAdd(toBoard({ x: event.clientX, y: event.clientY }));
    };
    // Before d3-zoom sees it, so that a box is not a pan.
    board.addEventListener('pointerdown', down, { capture: true });
    const noPanWithShift = (event: MouseEvent) => {
      if (event.shiftKey && event.button === 0) event.stopPropagation();
    };
    board.addEventListener('mousedown', noPanWithShift, { capture: true });
    board.addEventListener('dblclick', double);
    return () => {
      board.removeEventListener('pointerdown', down, { capture: true });
      board.removeEventListener('mousedown', noPanWithShift, { capture: true });
      board.removeEventListener('dblclick', double);
    };
  }, [area]);

  return { box, ghost };
}

/** The pod of an instance's card under a point. */
export function podAt(key: string, point: Point): string | null {
  const instance = useBoardView.getState().arrangement.byKey.get(key);
  if (instance?.node == null || useCanvas.getState().depth === 'far') return null;
  const index = podsOn(instance.node).findIndex((_, at) => {
    const place = podPosition(at);
    if (place === null) return false;
    const x = instance.x + place.x - sizes.pod.gap / 2;
    const y = instance.y + place.y - sizes.pod.gap / 2;
    const size = sizes.pod.size + sizes.pod.gap;
    return point.x >= x && point.x < x + size && point.y >= y && point.y < y + size;
  });
  const pod = podsOn(instance.node)[index];
  return pod === undefined ? null : podKey(pod.pod);
}

function subjectOf(key: string, point: Point): Subject {
  const { type, name } = parseKey(key);
  if (type === 'pod') return { type: 'pod', pod: name };
  const { selection } = useCanvas.getState();
  const { arrangement } = useBoardView.getState();
  // An instance of a group is AWS's to place: what moves is its group.
  const own = type === 'node' ? (arrangement.byKey.get(key)?.parent ?? key) : key;
  const ids = selection.includes(own) ? selection.filter((each) => parseKey(each).type === 'entity') : [own];
  return { type: 'entities', ids, grabbed: columnAt(arrangement, point.x)?.zone ?? null };
}

function click(key: string, event: PointerEvent): void {
  const { select, toggle, killing } = useCanvas.getState();
  if (killing && kill(key)) return;
  if (event.shiftKey || event.metaKey || event.ctrlKey) toggle(key);
  else select([key]);
  focusCell(key, { scroll: false });
}

function clickEmpty(event: PointerEvent, target: Element): void {
  const zone = target.closest<HTMLElement>('[data-zone]')?.dataset['zone'];
  const start = { x: event.clientX, y: event.clientY };
  const up = (release: PointerEvent) => {
    window.removeEventListener('pointerup', up);
    if (Math.hypot(release.clientX - start.x, release.clientY - start.y) > 4) return;
    if (useCanvas.getState().killing && zone !== undefined && kill(zone)) return;
    if (!event.shiftKey) useCanvas.getState().select([]);
  };
  window.addEventListener('pointerup', up);
}

/** Kills or revives a zone or a node by its key. */
export function kill(key: string): boolean {
  const { arrangement, zoneNames } = useBoardView.getState();
  const { toggleZone, toggleNode } = useSession.getState();
  const zone = zoneNames.get(key);
  const box = arrangement.byKey.get(key);
  if (zone !== undefined) toggleZone(zone);
  else if (box?.node != null) toggleNode(box.node);
  else if (box?.type === 'cell') toggleNode(key);
  else return false;
  return true;
}

/** Chooses what lies in the box that is drawn with Shift held. */
function drawBox(event: PointerEvent, board: HTMLElement, mark: HTMLDivElement | null): void {
  const frame = board.getBoundingClientRect();
  const before = useCanvas.getState().selection;
  const move = (now: PointerEvent) => {
    const left = Math.min(event.clientX, now.clientX);
    const top = Math.min(event.clientY, now.clientY);
    const width = Math.abs(now.clientX - event.clientX);
    const height = Math.abs(now.clientY - event.clientY);
    if (mark !== null) {
      mark.hidden = false;
      Object.assign(mark.style, { left: `${left - frame.left}px`, top: `${top - frame.top}px`, width: `${width}px`, height: `${height}px` });
    }
    const from = toBoard({ x: left, y: top });
    const to = toBoard({ x: left + width, y: top + height });
    useCanvas.getState().select([...new Set([...before, ...inBox({ ...from, width: to.x - from.x, height: to.y - from.y })])]);
  };
  const up = () => {
    if (mark !== null) mark.hidden = true;
    window.removeEventListener('pointermove', move);
    window.removeEventListener('pointerup', up);
    window.removeEventListener('pointercancel', up);
  };
  window.addEventListener('pointermove', move);
  window.addEventListener('pointerup', up);
  window.addEventListener('pointercancel', up);
}

/** Entities that the box touches; of a group only the whole, if the box holds its head. */
function inBox(rect: Rect): readonly string[] {
  return useBoardView.getState().arrangement.boxes.flatMap((box) => {
    if (box.type === 'zone' || box.type === 'tray' || box.type === 'traffic' || box.type === 'volumes' || box.type === 'managed') return [];
    if (box.key.startsWith('node:') || box.key === KARPENTER) return [];
    const area = box.type === 'workers' ? { ...box, height: sizes.group.header } : box;
    return overlaps(area, rect) ? [box.key] : [];
  });
}
