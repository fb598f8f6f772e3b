import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';
import { useCanvas } from '../stores/canvas';
import styles from './Board.module.css';
import { boxKeyOf } from './focus';
import type { Point } from './geometry';
import { isReadOnly } from './readOnly';
import { podAt } from './useBoardPointer';
import { toBoard } from './viewport';

const List = lazy(async () => ({ default: (await import('./BoardMenuList')).BoardMenuList }));

/** The context menu of the board: the commands that make sense for what is under the pointer. */
export function BoardMenu({ area }: { readonly area: RefObject<HTMLElement | null> }) {
  const [place, setPlace] = useState<Point | null>(null);
  const anchor = useRef<HTMLSpanElement>(null);

  useEffect(() => {
    const board = area.current;
    if (board === null) return;
    const open = (event: MouseEvent) => {
      if (isReadOnly()) return;
      event.preventDefault();
      // The menu key has no pointer: open at the field.
      const isByKey = event.clientX === 0 && event.clientY === 0;
      const key = event.target instanceof Element ? keyOf(event.target, isByKey ? null : toBoard({ x: event.clientX, y: event.clientY })) : undefined;
      const { selection, select, setFocus } = useCanvas.getState();
      if (key !== undefined) {
        if (!selection.includes(key)) select([key]);
        setFocus(key);
      }
      const rect = event.target instanceof Element && isByKey ? event.target.getBoundingClientRect() : null;
      setPlace(rect === null ? { x: event.clientX, y: event.clientY } : { x: rect.left + 16, y: rect.top + 16 });
    };
    board.addEventListener('contextmenu', open);
    return () => board.removeEventListener('contextmenu', open);
  }, [area]);

  return (
    <>
      <span ref={anchor} className={styles.menuAnchor} style={{ left: place?.x ?? 0, top: place?.y ?? 0 }} />
      {place !== null && (
        <Suspense fallback={null}>
          <List anchor={anchor} onClose={() => setPlace(null)} />
        </Suspense>
      )}
    </>
  );
}

/** What a menu is of: the pod that waits or runs there, else the field. `point`: null for the menu key, which is of what has the focus. */
function keyOf(target: Element, point: Point | null): string | undefined {
  const cell = target.closest<HTMLElement>('[data-cell]')?.dataset['cell'];
  if (cell === undefined) return undefined;
  const { focus } = useCanvas.getState();
  if (point === null) return focus !== null && boxKeyOf(focus) === cell ? focus : cell;
  return target.closest<HTMLElement>('[data-pod]')?.dataset['pod'] ?? podAt(cell, point) ?? cell;
}
