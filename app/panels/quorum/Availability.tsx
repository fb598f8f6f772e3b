import { proxy } from 'comlink';
import { useEffect, useState } from 'react';
import { messagesIn } from '#engine/availability/languages';
import { useFormat } from '../../i18n/format';
import { useDocument } from '../../stores/document';
import { useSession } from '../../stores/session';
import type { AvailabilitySoFar } from '../../worker/analyses.worker';
import { createAnalysis } from '../../worker/analysis';
import { AnalysisStatus } from '../shared/AnalysisStatus';
import { Mark } from '../shared/Mark';
import { AssumptionsTable } from './AssumptionsTable';
import styles from './Availability.module.css';
import { AvailabilityTable } from './AvailabilityTable';
import { useAvailabilityT } from './useAvailabilityT';

const analysis = createAnalysis<AvailabilitySoFar>();

/** How many minutes a year everything is down under the design's assumptions, and which of them that hangs on. */
export function Availability() {
  const say = useAvailabilityT();
  const words = messagesIn(useSession((session) => session.language));
  const format = useFormat();
  const design = useDocument((state) => state.design);
  const [chosen, setChosen] = useState('whole');
  const { status, answer } = analysis.use();
  useEffect(() => {
    void analysis.start(
      design,
      (analyses, show) => analyses.availability(design, proxy((done, wanted) => show({ result: analysis.use.getState().answer?.result ?? null, done, wanted }))),
      true,
    );
    return analysis.stop;
  }, [design]);
  const result = answer?.result ?? null;
  const doing = answer === null || answer.done === answer.wanted ? undefined : say('availability.progress', { done: format.number(answer.done), wanted: format.number(answer.wanted) });
  return (
    <div className={styles.content} aria-busy={status === 'running'}>
      <div className={styles.head}>
        <p>
          {(['atOnce', 'settled'] as const).map((reading) => (
            <span key={reading} className={styles.reading}>
              <strong>{words.readings[reading].name}</strong>: {words.readings[reading].meaning}.
            </span>
          ))}{' '}
          {words.between}
        </p>
        {status !== 'done' && <AnalysisStatus of={analysis} {...(answer === null || doing === undefined ? {} : { doing, progress: { done: answer.done, wanted: answer.wanted } })} />}
      </div>
      {result !== null && !result.ok && <Mark tone="warn">{words.tooManyZones(result.error.zones, result.error.most)}</Mark>}
      {result?.ok === true && (
        <>
          <AvailabilityTable subjects={result.value.subjects} />
          <p className={styles.note}>{words.exact(result.value.zones, 2 ** result.value.zones)}</p>
          <AssumptionsTable availability={result.value} chosen={chosen} onChoose={setChosen} />
          <p className={styles.note}>{words.honest.join(' ')}</p>
        </>
      )}
    </div>
  );
}
