import { useEffect, useState } from 'react';
import type { Explanation, Relaxations } from '#engine/explanation/explanation';
import { useDocument } from '../../stores/document';
import { useSession } from '../../stores/session';
import { askWhy, stopExplaining } from '../../worker/explaining';
import type { Question } from '../../worker/why.worker';

export interface Answer {
  readonly question: Question;
  /** Null: the design has no such pod. */
  readonly explanation: Explanation | null;
  /** What would let a Pending pod run; null while that is tried out. */
  readonly relaxations: Relaxations | null;
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
    const show = (next: Omit<Answer, 'question'>) => isWanted && setAnswer({ question, ...next });
    const answerAll = async () => {
      const explanation = await askWhy((explainer) => explainer.explain(question));
      show({ explanation, relaxations: null });
      if (isWanted && explanation?.outcome === 'pending') show({ explanation, relaxations: await askWhy((explainer) => explainer.relax(question)) });
    };
    answerAll().catch((error: unknown) => show({ explanation: null, relaxations: null, error: error instanceof Error ? error.message : String(error) }));
    return () => {
      isWanted = false;
    };
  }, [design, pod, loss, language]);
  useEffect(() => stopExplaining, []);
  return answer?.question.pod === pod ? answer : null;
}
