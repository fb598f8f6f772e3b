import { translator } from '../i18n/translate';
import { entityById } from '#engine/design/tree';
import { useCanvas } from '../stores/canvas';
import { useDocument } from '../stores/document';
import { useSession } from '../stores/session';
import { parseKey } from './arrangement';
import { useBoardView } from './boardView';
import { boxKeyOf } from './focus';
import { centerOf } from './geometry';
import type { Point } from './geometry';
import { beginGesture, cancelGesture, endGesture, moveGesture, refusalText } from './gesture';
import { navigate } from './navigate';
import type { Direction, Field } from './navigate';
import { columnAt } from './place';
import type { Subject } from './subject';

/** Where a move by keyboard is: the slots that arrows choose from, and the one chosen. */
let slots: readonly Field[] = [];
let at = '';

export function isMovingByKeyboard(): boolean {
  return slots.length > 0 && useCanvas.getState().gesture !== null;
}

/** Takes hold of what has the focus; arrows then choose the slot, Enter lets go, Escape gives up. */
export function beginKeyboardMove(): boolean {
  const { focus, selection, announce } = useCanvas.getState();
  const { arrangement } = useBoardView.getState();
  const key = focus ?? selection[0];
  if (key === undefined) return false;
  const { type, name } = parseKey(key);
  const box = arrangement.byKey.get(boxKeyOf(key));
  if (box === undefined || type === 'volumes') return false;
  let subject: Subject;
  if (type === 'pod') {
    subject = { type: 'pod', pod: name };
    slots = arrangement.boxes.filter((each) => each.node !== null).map((each) => ({ key: each.key, rect: each }));
    at = box.key;
  } else {
    const own = type === 'node' ? (box.parent ?? key) : key;
    if (entityById(useDocument.getState().design, own) === undefined) return false;
    const start = centerOf(box);
    subject = { type: 'entities', ids: selection.includes(own) ? selection.filter((each) => parseKey(each).type === 'entity') : [own], grabbed: columnAt(arrangement, start.x)?.zone ?? null };
    slots = arrangement.columns.map((column) => ({ key: column.zone, rect: { ...column, y: box.y, height: box.height } }));
    at = columnAt(arrangement, start.x)?.zone ?? slots[0]?.key ?? '';
  }
  beginGesture(subject);
  announce(translator(useSession.getState().language)('board.said.moving'));
  return true;
}

export function stepKeyboardMove(direction: Direction): void {
  const next = navigate(slots, at, direction);
  const rect = slots.find((slot) => slot.key === next)?.rect;
  if (next === null || rect === undefined) return;
  at = next;
  // Past the middle: things in a row go after what is there.
  const point: Point = { x: rect.x + rect.width * 0.6, y: rect.y + rect.height / 2 };
  const drop = moveGesture(point);
  const letter = useBoardView.getState().arrangement.columns.find((column) => column.zone === next)?.letter;
  const t = translator(useSession.getState().language);
  const place = letter === undefined ? next.replace(/^node:/, '') : t('board.said.zone', { letter });
  useCanvas.getState().announce(drop?.refusal == null ? place : `${place}: ${refusalText(drop.refusal)}`);
}

export function finishKeyboardMove(): void {
  slots = [];
  endGesture();
}

export function abandonKeyboardMove(): void {
  slots = [];
  cancelGesture();
}
