import { useEffect, useState } from 'react';
import { zoneName, zonesOf } from '#engine/design/tree';
import { REQUEST_TIMEOUT_SECONDS } from '#engine/greyFailure/assumptions';
import type { GreyFailure } from '#engine/greyFailure/greyFailure';
import { Disclosure } from '../../components/Disclosure';
import { NumberField } from '../../components/NumberField';
import { Select } from '../../components/Select';
import { useDocument } from '../../stores/document';
import { createAnalysis } from '../../worker/analysis';
import { AnalysisStatus } from '../shared/AnalysisStatus';
import fieldRow from '../shared/fieldRow.module.css';
import { GreyResult } from './GreyResult';
import { useGreyT } from './useGreyT';

const grey = createAnalysis<GreyFailure>();

/** A zone that is not dead, but loses packets or has become slow. */
export function Grey() {
  const say = useGreyT();
  return (
    <Disclosure title={say('grey.title')} summary={say('grey.hint')}>
      <Trouble />
    </Disclosure>
  );
}

function Trouble() {
  const say = useGreyT();
  const design = useDocument((state) => state.design);
  const zones = zonesOf(design).map((each) => zoneName(design, each));
  const [chosen, setChosen] = useState('');
  const [loss, setLoss] = useState(5);
  const [latencyMs, setLatency] = useState(0);
  const [requestTimeoutSeconds, setTimeOut] = useState(REQUEST_TIMEOUT_SECONDS);
  const zone = zones.includes(chosen) ? chosen : (zones[0] ?? '');
  const { status, answer } = grey.use();
  useEffect(() => {
    void grey.start(design, (analyses) => analyses.grey(design, { zone, loss: loss / 100, latencyMs, requestTimeoutSeconds }), true);
    return grey.stop;
  }, [design, zone, loss, latencyMs, requestTimeoutSeconds]);
  return (
    <>
      <div className={fieldRow.row}>
        <Select label={say('grey.zone')} choices={zones.map((name) => ({ id: name, label: name }))} value={zone} onChange={setChosen} />
        <NumberField label={say('grey.loss')} value={loss} min={0} max={100} digits={2} unit="%" onChange={(value) => setLoss(value ?? 0)} />
        <NumberField label={say('grey.latency')} value={latencyMs} min={0} max={600_000} step={10} unit="ms" onChange={(value) => setLatency(value ?? 0)} />
        <NumberField label={say('grey.timeout')} value={requestTimeoutSeconds} min={0.1} max={3600} digits={1} unit="s" onChange={(value) => setTimeOut(value ?? REQUEST_TIMEOUT_SECONDS)} />
        {status !== 'done' && <AnalysisStatus of={grey} />}
      </div>
      {answer !== null && (
        <div aria-busy={status === 'running'}>
          <GreyResult grey={answer} />
        </div>
      )}
    </>
  );
}
