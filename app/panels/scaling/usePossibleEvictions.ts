import { wrap } from 'comlink';
import { useEffect, useState } from 'react';
import type { PossibleEvictions } from '#engine/descheduler/anyOrder';
import { useDocument } from '../../stores/document';
import { crashOf } from '../../worker/crash';
import type { Shuffler } from '../../worker/deschedule.worker';

/** What a real descheduler may evict, worked out beside the page; null until then, and where it cannot be told. */
export function usePossibleEvictions(): PossibleEvictions | null {
  const design = useDocument((state) => state.design);
  const [possible, setPossible] = useState<PossibleEvictions | null>(null);
  useEffect(() => {
    const worker = new Worker(new URL('../../worker/deschedule.worker.ts', import.meta.url), { type: 'module', name: 'deschedule' });
    let isWanted = true;
    Promise.race([wrap<Shuffler>(worker).possible(design), crashOf(worker, 'descheduler')])
      .then((answer) => isWanted && setPossible(answer))
      .catch(() => isWanted && setPossible(null));
    return () => {
      isWanted = false;
      worker.terminate();
    };
  }, [design]);
  return possible;
}
