import { useCanvas } from '../stores/canvas';
import { parseKey } from './arrangement';
import { useBoardView } from './boardView';
import { useEvaluation } from '../stores/evaluation';
import { reveal } from './viewport';

/** Gives a field of the board the focus; a pod is a place on its instance's card, which then has the DOM's. */
export function focusCell(key: string, { scroll = true }: { readonly scroll?: boolean } = {}): void {
  useCanvas.getState().setFocus(key);
  const box = useBoardView.getState().arrangement.byKey.get(boxKeyOf(key));
  if (box !== undefined && scroll) reveal(box.type === 'zone' ? { ...box, height: Math.min(box.height, 60) } : box);
  // The card may be drawn only after the board has moved.
  requestAnimationFrame(() => {
    const element = cellElement(key);
    if (element instanceof HTMLElement) element.focus({ preventScroll: true });
    else document.getElementById('board')?.focus({ preventScroll: true });
  });
}

export function cellElement(key: string): Element | null {
  return document.querySelector(`[data-cell="${CSS.escape(boxKeyOf(key))}"]`);
}

/** Key of the box that a focus key lies on. */
export function boxKeyOf(key: string): string {
  const { type, name } = parseKey(key);
  if (type !== 'pod') return key;
  const { index, aftermathIndex } = useEvaluation.getState();
  const node = aftermathIndex?.fates.get(name)?.node ?? index.pods.get(name)?.node;
  if (node == null) return 'tray';
  return useBoardView.getState().arrangement.boxes.find((box) => box.node === node)?.key ?? 'tray';
}

/** Moves the focus into the inspector of what is chosen. */
export function openInspector(): void {
  const { focus, selection, select } = useCanvas.getState();
  if (focus !== null && !selection.includes(focus)) select([focus]);
  requestAnimationFrame(() => {
    const first = document.querySelector<HTMLElement>('#inspector :is(input, select, textarea, button):not([disabled])');
    first?.focus();
  });
}
