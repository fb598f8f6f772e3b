import { useCallback, useEffect } from 'react';
import { useDocument } from '../../stores/document';
import { useEvaluation } from '../../stores/evaluation';
import { useSession } from '../../stores/session';
import { closeTimeline, openTimeline } from '../../worker/narrating';

/** Keeps the timeline of the failure on the board open as long as a panel shows it; `open` takes it up again. */
export function useFailureTimeline(): { readonly hasEnd: boolean; readonly open: () => void } {
  const design = useDocument((state) => state.design);
  const scenario = useSession((session) => session.scenario);
  const language = useSession((session) => session.language);
  // The end is the evaluator's; moments are shown between the loss and it.
  const hasEnd = useEvaluation((state) => state.settled !== null);
  const open = useCallback(() => void openTimeline({ design, scenario, language }), [design, scenario, language]);
  useEffect(() => {
    if (hasEnd) open();
  }, [open, hasEnd]);
  useEffect(() => closeTimeline, []);
  return { hasEnd, open };
}
