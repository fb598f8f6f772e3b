import { create } from 'zustand';
import { hasRoom } from '#engine/cluster/room';
import { applyEdit } from '#engine/design/edit';
import { lookUp, translator } from '../i18n/translate';
import { useCanvas } from '../stores/canvas';
import { useDocument } from '../stores/document';
import { useEvaluation } from '../stores/evaluation';
import { useSession } from '../stores/session';
import { previewEdit } from '../worker/previewEdit';
import { evaluator } from '../worker/wiring';
import type { Arrangement } from './arrangement';
import { arrangeDesign, showRoom, useBoardView } from './boardView';
import type { Point, Rect } from './geometry';
import { dropAt } from './place';
import type { Drop, PlaceContext } from './place';
import type { Subject } from './subject';

interface GestureView {
  /** What letting go now would do; null without a gesture or off the board. */
  readonly drop: Drop | null;
  /** Where the thing will lie. */
  readonly rect: Rect | null;
  /** The point of the board that the gesture is at. */
  readonly point: Point | null;
}

/** The slot under the gesture, for `SlotMark` and the ghost. */
export const useGesture = create<GestureView>()(() => ({ drop: null, rect: null, point: null }));

const idle: GestureView = { drop: null, rect: null, point: null };

/** The board before the gesture: what a point means does not change while things make room. */
let still: Arrangement | null = null;

export function placeContext(): PlaceContext {
  const { index, aftermathIndex, catalog } = useEvaluation.getState();
  return {
    design: useDocument.getState().design,
    arrangement: still ?? useBoardView.getState().arrangement,
    letters: catalog?.zones ?? ['a', 'b', 'c', 'd'],
    podOf: (pod) => index.pods.get(pod),
    nodeRefusal: (pod, name) => {
      if (aftermathIndex?.dead.has(name) === true) return 'node-dead';
      const usage = index.usage.get(name);
      const requests = index.requests.get(pod.workload);
      // The kubelet refuses what does not fit, whoever put it there.
      return usage !== undefined && requests !== undefined && !hasRoom(usage, requests) ? 'node-full' : null;
    },
  };
}

export function beginGesture(subject: Subject): void {
  still = useBoardView.getState().arrangement;
  useEvaluation.getState().beginComparison();
  useCanvas.getState().setGesture({ subject, slot: null, refusal: null });
}

/** The gesture is over another point of the board; null: it has left the board. Works only when the slot changes. */
export function moveGesture(point: Point | null): Drop | null {
  const { gesture } = useCanvas.getState();
  if (gesture === null) return null;
  const drop = point === null ? null : dropAt(placeContext(), gesture.subject, point);
  const before = useGesture.getState().drop;
  if (gesture.subject.type === 'link') useGesture.setState({ point });
  if (drop?.key === before?.key) return drop;
  useCanvas.getState().setGesture({ ...gesture, slot: drop?.key ?? null, refusal: drop?.refusal ?? null });
  const edit = drop?.edit ?? null;
  const result = edit === null ? null : applyEdit(useDocument.getState().design, edit);
  if (result === null || !result.ok || drop?.label === 'step.reorder') {
    evaluator.endPreview();
    useEvaluation.getState().showPreview(null);
  } else if (edit !== null) {
    previewEdit(edit);
  }
  const room = result?.ok === true && drop?.subject != null ? arrangeDesign(result.value) : null;
  showRoom(room ?? still);
  useGesture.setState({ drop, rect: room?.byKey.get(drop?.subject ?? '') ?? null, point });
  return drop;
}

/** Lets go: the drop becomes one step of the document. Answers whether it did. */
export function endGesture(): boolean {
  const { drop } = useGesture.getState();
  const { gesture, select, setFocus, announce } = useCanvas.getState();
  const t = translator(useSession.getState().language);
  const edit = drop?.edit ?? null;
  const result = edit === null || drop === null ? null : useDocument.getState().dispatch(edit, { label: drop.label });
  const isDone = result?.ok === true;
  close(isDone);
  if (isDone && drop !== null) {
    if (drop.subject !== null) {
      if (gesture?.subject.type === 'new') select([drop.subject]);
      setFocus(drop.subject);
    }
    announce(t('board.said.done', { step: t(drop.label) }));
  } else if (drop?.refusal != null) {
    announce(refusalText(drop.refusal));
  }
  return isDone;
}

export function cancelGesture(): void {
  close(false);
}

function close(adopt: boolean): void {
  evaluator.endPreview();
  useEvaluation.getState().endComparison(adopt);
  useGesture.setState(idle);
  still = null;
  showRoom(null);
  useCanvas.getState().setGesture(null);
}

/** The sentence of a refusal: by its code, or as the engine gave it. */
export function refusalText(refusal: string): string {
  return lookUp(useSession.getState().language, `refused.${refusal}`) ?? refusal;
}
