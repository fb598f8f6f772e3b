import { useCanvas } from '../stores/canvas';
import { beginGesture, cancelGesture, endGesture, moveGesture } from './gesture';
import type { Subject } from './subject';
import { edge, panAtEdge, toBoard } from './viewport';

/** Less than this is a click, px. */
const threshold = 4;

/**
 * Follows a pointer that went down on something, until it comes up: a click, or a gesture that ends in a drop. Works for
 * cards, pods and band ends on the board and for what comes from the palette. What follows the pointer is one element
 * that is moved, so a frame costs the same on any board.
 */
export function holdPointer(down: PointerEvent, subject: Subject, onClick: () => void): void {
  let isDragging = false;
  let last = down;
  let frame = 0;
  let hasEntered = false;
  let isDone = false;

  const follow = () => {
    const ghost = document.getElementById('board-ghost');
    if (ghost !== null) ghost.style.transform = `translate(${last.clientX + 12}px, ${last.clientY + 14}px)`;
    const isInside = isOverBoard(last, 0);
    hasEntered ||= isOverBoard(last, edge);
    moveGesture(isInside ? toBoard({ x: last.clientX, y: last.clientY }) : null);
    // What comes from the palette crosses the edge on its way in.
    if (!isDone && hasEntered && panAtEdge({ x: last.clientX, y: last.clientY })) schedule();
  };
  /** One look a frame, however many events the pointer sends. */
  const schedule = () => {
    if (frame !== 0 || isDone) return;
    frame = requestAnimationFrame(() => {
      frame = 0;
      if (!isDone) follow();
    });
  };
  const move = (event: PointerEvent) => {
    if (event.pointerId !== down.pointerId) return;
    last = event;
    if (!isDragging) {
      if (Math.hypot(event.clientX - down.clientX, event.clientY - down.clientY) < threshold) return;
      isDragging = true;
      document.body.style.setProperty('cursor', 'grabbing');
      beginGesture(subject);
    }
    event.preventDefault();
    schedule();
  };
  const stop = () => {
    isDone = true;
    cancelAnimationFrame(frame);
    document.body.style.removeProperty('cursor');
    window.removeEventListener('pointermove', move);
    window.removeEventListener('pointerup', up);
    window.removeEventListener('pointercancel', abort);
    window.removeEventListener('blur', abort);
    window.removeEventListener('keydown', key, true);
  };
  const up = (event: PointerEvent) => {
    if (event.pointerId !== down.pointerId) return;
    last = event;
    stop();
    if (isDragging) follow();
    if (!isDragging) onClick();
    else if (useCanvas.getState().gesture !== null) endGesture();
  };
  const abort = () => {
    stop();
    if (isDragging) cancelGesture();
  };
  const key = (event: KeyboardEvent) => {
    if (event.code !== 'Escape' || !isDragging) return;
    event.preventDefault();
    event.stopPropagation();
    abort();
  };
  window.addEventListener('pointermove', move);
  window.addEventListener('pointerup', up);
  window.addEventListener('pointercancel', abort);
  window.addEventListener('blur', abort);
  window.addEventListener('keydown', key, true);
}

function isOverBoard({ clientX, clientY }: PointerEvent, margin: number): boolean {
  const board = document.getElementById('board')?.getBoundingClientRect();
  return board !== undefined && clientX >= board.left + margin && clientX < board.right - margin && clientY >= board.top + margin && clientY < board.bottom - margin;
}

