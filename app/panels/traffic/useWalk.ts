import { wrap } from 'comlink';
import type { Remote } from 'comlink';
import { useEffect, useState } from 'react';
import type { Walk } from '#engine/requestWalk/walk';
import { useDocument } from '../../stores/document';
import { useSession } from '../../stores/session';
import { crashOf } from '../../worker/crash';
import type { Walker } from '../../worker/walk.worker';

interface Opened {
  readonly walker: Remote<Walker>;
  readonly failed: Promise<never>;
}

interface Answer {
  /** What was asked: compared by identity. */
  readonly of: { readonly opened: Opened; readonly link: string; readonly choices: readonly string[] };
  readonly walk: Walk | null;
  readonly error: string | null;
}

export interface WalkState {
  readonly walk: Walk | null;
  /** What is there answers an earlier question. */
  readonly isLoading: boolean;
  readonly error: string | null;
}

/** A request of a link, as far as the choices lead it, through the design on the board and its failure. `choices`: the same list as long as they are. */
export function useWalk(link: string, choices: readonly string[]): WalkState {
  const design = useDocument((state) => state.design);
  const scenario = useSession((session) => session.scenario);
  const [opened, setOpened] = useState<Opened | null>(null);
  const [answer, setAnswer] = useState<Answer | null>(null);

  useEffect(() => {
    const worker = new Worker(new URL('../../worker/walk.worker.ts', import.meta.url), { type: 'module', name: 'walk' });
    const own: Opened = { walker: wrap<Walker>(worker), failed: crashOf(worker, 'walk') };
    let isWanted = true;
    const isWhole = scenario.zones.length === 0 && scenario.nodes.length === 0;
    // Where it fails, so does the walk that is asked for next.
    const ready = () => isWanted && setOpened(own);
    void Promise.race([own.walker.open(design, isWhole ? null : scenario), own.failed]).then(ready, ready);
    return () => {
      isWanted = false;
      setOpened(null);
      worker.terminate();
    };
  }, [design, scenario]);

  useEffect(() => {
    if (opened === null) return undefined;
    let isWanted = true;
    const of = { opened, link, choices };
    Promise.race([opened.walker.walk(link, choices), opened.failed]).then(
      (walk) => isWanted && setAnswer({ of, walk, error: null }),
      (error: unknown) => isWanted && setAnswer({ of, walk: null, error: error instanceof Error ? error.message : String(error) }),
    );
    return () => {
      isWanted = false;
    };
  }, [opened, link, choices]);

  const isLoading = answer === null || answer.of.opened !== opened || answer.of.link !== link || answer.of.choices !== choices;
  return { walk: answer?.walk ?? null, error: answer?.error ?? null, isLoading };
}
