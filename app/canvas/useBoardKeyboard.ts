import { useEffect } from 'react';
import type { RefObject } from 'react';
import { useCanvas } from '../stores/canvas';
import { useEvaluation } from '../stores/evaluation';
import { boardShortcut } from '../commands/shortcuts';
import { cutSelection, pasteText, selectionText } from '../commands/clipboard';
import { useBoardView } from './boardView';
import { boxKeyOf, focusCell, openInspector } from './focus';
import { abandonKeyboardMove, finishKeyboardMove, isMovingByKeyboard, stepKeyboardMove } from './keyboardMove';
import { fieldsOf, navigate } from './navigate';
import type { Direction } from './navigate';
import { podsOn } from './podsOn';
import { isReadOnly } from './readOnly';

const arrows: Readonly<Record<string, Direction>> = { ArrowLeft: 'left', ArrowRight: 'right', ArrowUp: 'up', ArrowDown: 'down' };

/** Keys of the board, by the place of the key and not by what it types; they act while the board has the focus. */
export function useBoardKeyboard(area: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const board = area.current;
    if (board === null) return;

    const keydown = (event: KeyboardEvent) => {
      if (isElsewhere(event) || isReadOnly()) return;
      if (handle(event)) {
        event.preventDefault();
        event.stopPropagation();
      }
    };
    const focusin = (event: FocusEvent) => {
      if (!(event.target instanceof Element)) return;
      if (event.target === board) {
        // Tab has come to the board: go on where one was.
        if (!board.matches(':focus-visible')) return;
        const { focus } = useCanvas.getState();
        const { arrangement } = useBoardView.getState();
        const key = focus !== null && arrangement.byKey.has(boxKeyOf(focus)) ? focus : arrangement.boxes[0]?.key;
        if (key !== undefined) focusCell(key, { scroll: false });
        return;
      }
      const cell = event.target.closest<HTMLElement>('[data-cell]')?.dataset['cell'];
      const { focus, setFocus } = useCanvas.getState();
      if (cell !== undefined && event.target.hasAttribute('data-cell') && (focus === null || boxKeyOf(focus) !== cell)) setFocus(cell);
    };
    const copy = (event: ClipboardEvent) => {
      const text = selectionText();
      if (text === null || isElsewhere(event)) return;
      event.clipboardData?.setData('text/plain', text);
      event.preventDefault();
    };
    const cut = (event: ClipboardEvent) => {
      const text = selectionText();
      if (text === null || isElsewhere(event)) return;
      event.clipboardData?.setData('text/plain', text);
      event.preventDefault();
      cutSelection();
    };
    const paste = (event: ClipboardEvent) => {
      if (isElsewhere(event)) return;
      const text = event.clipboardData?.getData('text/plain');
      if (text !== undefined && pasteText(text)) event.preventDefault();
    };
    board.addEventListener('keydown', keydown);
    board.addEventListener('focusin', focusin);
    document.addEventListener('copy', copy);
    document.addEventListener('cut', cut);
    document.addEventListener('paste', paste);
    return () => {
      board.removeEventListener('keydown', keydown);
      board.removeEventListener('focusin', focusin);
      document.removeEventListener('copy', copy);
      document.removeEventListener('cut', cut);
      document.removeEventListener('paste', paste);
    };

    /** Not on the board: in a field, a dialog, a panel. With nothing focused the board is meant. */
    function isElsewhere(event: Event): boolean {
      const target = event.target instanceof Element ? event.target : null;
      if (target?.closest('input, textarea, select, [contenteditable], [role="dialog"], [role="toolbar"], [role="menu"]') != null) return true;
      return target !== null && target !== document.body && board?.contains(target) !== true;
    }
  }, [area]);
}

/** Answers whether the key meant something. */
function handle(event: KeyboardEvent): boolean {
  const direction = arrows[event.code];
  if (isMovingByKeyboard()) {
    if (direction !== undefined) stepKeyboardMove(direction);
    else if (event.code === 'Enter') finishKeyboardMove();
    else if (event.code === 'Escape') abandonKeyboardMove();
    else return false;
    return true;
  }
  const { focus, selection, select, toggle, depth } = useCanvas.getState();
  if (direction !== undefined && !event.ctrlKey && !event.metaKey && !event.altKey) {
    const fields = fieldsOf(useBoardView.getState().arrangement, podsOn, depth);
    const next = navigate(fields, focus ?? '', direction);
    if (next === null) return true;
    if (event.shiftKey) select([...new Set([...selection, ...(focus === null ? [] : [focus]), next])]);
    focusCell(next);
    if (next.startsWith('pod:')) sayPod(next);
    return true;
  }
  if (event.code === 'Space' && focus !== null) {
    toggle(focus);
    return true;
  }
  if (event.code === 'Enter' && focus !== null && event.target instanceof Element && event.target.closest('button') === null) {
    select([focus]);
    openInspector();
    return true;
  }
  return boardShortcut(event);
}

/** A pod has no element of its own that could be read aloud. */
function sayPod(key: string): void {
  const name = key.slice('pod:'.length);
  const { index, aftermathIndex } = useEvaluation.getState();
  const pod = aftermathIndex?.fates.get(name) ?? index.pods.get(name);
  useCanvas.getState().announce(`${name}${pod?.node == null ? '' : `, ${pod.node}`}`);
}
