import { useRef } from 'react';
import { useT } from '../../i18n/translate';
import styles from './DockResizer.module.css';
import { minDockHeight } from './useDockHeight';

/** Pixels that an arrow key moves. */
const stride = 24;

/** The upper edge of the dock: dragged, or moved with the arrow keys. */
export function DockResizer({ height, onResize }: { readonly height: number; readonly onResize: (height: number, isFinal: boolean) => void }) {
  const t = useT();
  const start = useRef<{ readonly y: number; readonly height: number } | null>(null);
  return (
    <div
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a rule that is moved: no `hr` can be dragged
      role="separator"
      aria-orientation="horizontal"
      aria-label={t('dock.resize')}
      aria-valuenow={height}
      aria-valuemin={minDockHeight}
      aria-valuemax={2000}
      tabIndex={0}
      className={styles.resizer}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        start.current = { y: event.clientY, height };
      }}
      onPointerMove={(event) => {
        if (start.current !== null) onResize(start.current.height + start.current.y - event.clientY, false);
      }}
      onPointerUp={(event) => {
        if (start.current !== null) onResize(start.current.height + start.current.y - event.clientY, true);
        start.current = null;
      }}
      onKeyDown={(event) => {
        const change = event.key === 'ArrowUp' ? stride : event.key === 'ArrowDown' ? -stride : 0;
        if (change === 0) return;
        event.preventDefault();
        event.stopPropagation();
        onResize(height + change, true);
      }}
    />
  );
}
