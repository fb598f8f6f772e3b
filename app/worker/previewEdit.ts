import { applyEdit } from '#engine/design/edit';
import type { Edit, EditResult } from '#engine/design/edit';
import { useDocument } from '../stores/document';
import { useEvaluation } from '../stores/evaluation';
import { evaluator } from './wiring';

/** One count for all previews of the page: the evaluator shows none that is older than what is shown. */
let sequence = 0;

/** Evaluates what an edit would mean, without making it; the verdict bar shows the change. A refusal is returned. */
export function previewEdit(edit: Edit): EditResult {
  const result = applyEdit(useDocument.getState().design, edit);
  if (!result.ok) return result;
  if (useEvaluation.getState().baseline === null) useEvaluation.getState().beginComparison();
  sequence += 1;
  evaluator.preview(result.value, sequence);
  return result;
}

/** The gesture is over, or the fix is no longer pointed at. */
export function endPreview(): void {
  evaluator.endPreview();
  useEvaluation.getState().endComparison();
}
