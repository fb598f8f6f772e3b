import { Dices } from 'lucide-react';
import { proxy } from 'comlink';
import { useState } from 'react';
import { Button } from '../../components/Button';
import { Disclosure } from '../../components/Disclosure';
import { NumberField } from '../../components/NumberField';
import { useFormat } from '../../i18n/format';
import { useDocument } from '../../stores/document';
import type { NodeFailuresSoFar } from '../../worker/analyses.worker';
import { createAnalysis } from '../../worker/analysis';
import { AnalysisStatus } from '../shared/AnalysisStatus';
import { RandomOutcomes } from './RandomOutcomes';
import styles from './RandomFailures.module.css';
import { useFailuresT } from './useFailuresT';

const random = createAnalysis<NodeFailuresSoFar>();

/** Some machines die at once, whichever they are: how that may come out. */
export function RandomFailures({ machines }: { readonly machines: number }) {
  const say = useFailuresT();
  const format = useFormat();
  const design = useDocument((state) => state.design);
  const { status, answer } = random.use();
  const [dead, setDead] = useState(Math.min(2, machines));
  if (machines === 0) return null;
  const done = answer === null ? undefined : { done: answer.summary.tried, wanted: answer.wanted };
  return (
    <Disclosure title={say('random.title')} summary={say('random.hint')}>
      <div className={styles.bar}>
        <NumberField label={say('random.dead')} value={dead} min={1} max={machines} onChange={(value) => setDead(value ?? 1)} />
        <Button
          icon={<Dices size={14} aria-hidden />}
          isDisabled={status === 'running'}
          onPress={() => void random.start(design, (analyses, show) => analyses.nodeFailures(design, dead, proxy(show)))}
        >
          {say('random.run')}
        </Button>
        <AnalysisStatus of={random} progress={done} {...(done === undefined ? {} : { doing: say('random.progress', { done: format.number(done.done), wanted: format.number(done.wanted) }) })} />
      </div>
      {answer !== null && <RandomOutcomes soFar={answer} />}
    </Disclosure>
  );
}
