import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';
import { useCanvas } from '../stores/canvas';
import styles from './Board.module.css';
import type { Point } from './geometry';
import { isReadOnly } from './readOnly';

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
      const cell = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-cell]')?.dataset['cell'] : undefined;
      const { selection, select, setFocus } = useCanvas.getState();
      if (cell !== undefined) {
        if (!selection.includes(cell)) select([cell]);
        setFocus(cell);
      }
      // The menu key has no pointer: open at the field.
      const rect = event.target instanceof Element && event.clientX === 0 && event.clientY === 0 ? event.target.getBoundingClientRect() : null;
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
