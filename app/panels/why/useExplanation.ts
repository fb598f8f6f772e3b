import { useEffect, useState } from 'react';
import type { Explanation } from '#engine/explanation/explanation';
import { useDocument } from '../../stores/document';
import { useSession } from '../../stores/session';
import { askWhy, stopExplaining } from '../../worker/explaining';
import type { Question } from '../../worker/why.worker';

export interface Answer {
  readonly question: Question;
  /** Null: the design has no such pod. */
  readonly explanation: Explanation | null;
  readonly error?: string;
}

/** The answer to why a pod is where it is, in the design and the failure that are shown; the last one until a new one comes. */
export function useExplanation(pod: string): Answer | null {
  const design = useDocument((state) => state.design);
  const loss = useSession((session) => session.scenario);
  const language = useSession((session) => session.language);
  const [answer, setAnswer] = useState<Answer | null>(null);
  useEffect(() => {
    let isWanted = true;
    const question: Question = { design, pod, loss, language };
    askWhy((explainer) => explainer.explain(question)).then(
      (explanation) => isWanted && setAnswer({ question, explanation }),
      (error: unknown) => isWanted && setAnswer({ question, explanation: null, error: error instanceof Error ? error.message : String(error) }),
    );
    return () => {
      isWanted = false;
    };
  }, [design, pod, loss, language]);
  useEffect(() => stopExplaining, []);
  return answer?.question.pod === pod ? answer : null;
}
