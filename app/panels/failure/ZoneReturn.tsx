import { useEffect } from 'react';
import type { GroupReturn } from '#engine/failure/zoneReturn';
import { Disclosure } from '../../components/Disclosure';
import { useDocument } from '../../stores/document';
import { useEvaluation } from '../../stores/evaluation';
import { useSession } from '../../stores/session';
import { createAnalysis } from '../../worker/analysis';
import { AnalysisStatus } from '../shared/AnalysisStatus';
import styles from './FailurePanel.module.css';
import { ReturnTable } from './ReturnTable';
import { useFailuresT } from './useFailuresT';

const back = createAnalysis<readonly GroupReturn[]>();

/** What the return of the zones that are dead on the board does. */
export function ZoneReturn() {
  const say = useFailuresT();
  const zones = useSession((session) => session.scenario.zones);
  const hasEnd = useEvaluation((state) => state.settled !== null);
  if (zones.length === 0 || !hasEnd) return null;
  return (
    <div className={styles.return}>
      <Disclosure title={say('return.title', { names: zones.join(' + ') })} summary={say('return.hint')}>
        <Return />
      </Disclosure>
    </div>
  );
}

function Return() {
  const say = useFailuresT();
  const design = useDocument((state) => state.design);
  const scenario = useSession((session) => session.scenario);
  const { status, answer } = back.use();
  useEffect(() => {
    void back.start(design, (analyses) => analyses.zoneReturn(design, scenario));
    return back.stop;
  }, [design, scenario]);
  if (answer === null || status !== 'done') return <AnalysisStatus of={back} />;
  if (answer.length === 0) return <p>{say('return.nothing')}</p>;
  return <ReturnTable groups={answer} />;
}
