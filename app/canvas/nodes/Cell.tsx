import type { ReactNode } from 'react';
import { classNames } from '../../components/classNames';
import { useCanvas } from '../../stores/canvas';
import styles from './nodes.module.css';

export interface CellProps {
  /** Key of the selection. */
  readonly id: string;
  /** Read aloud when it gets the focus. */
  readonly label: string;
  readonly className?: string | undefined;
  /** Pointers on it neither pan the board nor start a box. */
  readonly isSolid?: boolean;
  readonly children?: ReactNode;
}

/** The board is a composite widget: its fields hold the focus in turn, and it handles their keys. */
const tabStop = { role: 'group', tabIndex: 0 } as const;
const reachable = { role: 'group', tabIndex: -1 } as const;

/** A field of the board's grid: it can be chosen, focused and taken hold of. One field at a time is in the tab order. */
export function Cell({ id, label, className, isSolid = true, children }: CellProps) {
  const isSelected = useCanvas((canvas) => canvas.selection.includes(id));
  const hasFocus = useCanvas((canvas) => canvas.focus === id);
  const isHeld = useCanvas((canvas) => canvas.gesture?.subject.type === 'entities' && canvas.gesture.subject.ids.includes(id));
  return (
    <div
      data-cell={id}
      data-selected={isSelected || undefined}
      data-held={isHeld || undefined}
      className={classNames(styles.cell, isSolid && 'nopan', className)}
      aria-label={label}
      aria-current={isSelected || undefined}
      {...(hasFocus ? tabStop : reachable)}
    >
      {children}
    </div>
  );
}
