import { proxy } from 'comlink';
import { useEffect } from 'react';
import type { ServiceTraffic } from '#engine/evaluation';
import { useDocument } from '../../stores/document';
import { useEvaluation } from '../../stores/evaluation';
import { useSession } from '../../stores/session';
import type { AlternativesSoFar } from '../../worker/analyses.worker';
import { createAnalysis } from '../../worker/analysis';
import { AnalysisStatus } from '../shared/AnalysisStatus';
import { Mark } from '../shared/Mark';
import styles from './Alternatives.module.css';
import { AlternativesTable } from './AlternativesTable';
import { DrawnAlternativesSection } from './DrawnAlternativesSection';
import { SideBySide } from './SideBySide';
import { useTrafficT } from './useTrafficT';

const alternatives = createAnalysis<AlternativesSoFar | null>();

/** What else the Service could be: every other policy, distribution, spread and load balancer, each worked out. */
export function AlternativesTab({ service: { service } }: { readonly service: ServiceTraffic }) {
  const say = useTrafficT();
  const design = useDocument((state) => state.design);
  const language = useSession((session) => session.language);
  useEffect(() => {
    void alternatives.start(design, (analyses, show) => analyses.alternatives(design, service, language, proxy(show)), true);
    return alternatives.stop;
  }, [design, service, language]);
  const hasFailed = useEvaluation((state) => state.aftermath !== null);
  const { status, answer } = alternatives.use();
  const own = answer?.service === service ? answer : null;
  const done = own === null ? undefined : { done: own.alternatives.length, wanted: own.wanted };
  return (
    <div aria-busy={status === 'running'}>
      {status !== 'done' && (
        <div className={styles.status}>
          <AnalysisStatus of={alternatives} progress={done} />
        </div>
      )}
      {own !== null && (
        <>
          {hasFailed && (
            <p className={styles.note}>
              <Mark tone="info">{say('alternatives.normal')}</Mark>
            </p>
          )}
          <AlternativesTable of={own} />
          {own.alternatives.length > 0 && <SideBySide of={own} />}
          <DrawnAlternativesSection of={own} />
        </>
      )}
      {own === null && status === 'done' && <p className={styles.status}>{say('alternatives.none')}</p>}
    </div>
  );
}
