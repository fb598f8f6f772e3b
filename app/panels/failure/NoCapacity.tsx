import { useEffect, useState } from 'react';
import { zoneName, zonesOf } from '#engine/design/tree';
import type { CapacityFailure } from '#engine/failure/noCapacity';
import { Disclosure } from '../../components/Disclosure';
import { Select } from '../../components/Select';
import { useDocument } from '../../stores/document';
import { createAnalysis } from '../../worker/analysis';
import { AnalysisStatus } from '../shared/AnalysisStatus';
import fieldRow from '../shared/fieldRow.module.css';
import styles from './NoCapacity.module.css';
import { NoCapacityResult } from './NoCapacityResult';
import { useFailuresT } from './useFailuresT';

const full = createAnalysis<CapacityFailure>();

/** What is lost where no zone is: the full zone's own instances. */
const own = 'own';

/** A zone that is up, but in which nothing can be launched. */
export function NoCapacity() {
  const say = useFailuresT();
  return (
    <Disclosure title={say('noCapacity.title')} summary={say('noCapacity.hint')}>
      <Question />
    </Disclosure>
  );
}

function Question() {
  const say = useFailuresT();
  const design = useDocument((state) => state.design);
  const zones = zonesOf(design).map((each) => zoneName(design, each));
  const [chosen, setChosen] = useState('');
  const [loss, setLoss] = useState(own);
  const zone = zones.includes(chosen) ? chosen : (zones[0] ?? '');
  const others = zones.filter((name) => name !== zone);
  const lost = others.includes(loss) ? loss : null;
  const { status, answer } = full.use();
  useEffect(() => {
    void full.start(design, (analyses) => analyses.noCapacity(design, zone, lost), true);
    return full.stop;
  }, [design, zone, lost]);
  const losses = [{ id: own, label: say('noCapacity.own'), detail: say('noCapacity.ownDetail') }, ...others.map((name) => ({ id: name, label: name }))];
  return (
    <>
      <div className={fieldRow.row}>
        <Select label={say('noCapacity.zone')} choices={zones.map((name) => ({ id: name, label: name }))} value={zone} onChange={setChosen} />
        <Select label={say('noCapacity.lost')} choices={losses} value={lost ?? own} onChange={setLoss} />
        {status !== 'done' && <AnalysisStatus of={full} />}
      </div>
      <p className={styles.rule}>{say('noCapacity.rule')}</p>
      {answer !== null && (
        <div aria-busy={status === 'running'}>
          <NoCapacityResult failure={answer} />
        </div>
      )}
    </>
  );
}
