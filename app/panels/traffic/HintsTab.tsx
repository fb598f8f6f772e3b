import { proxy } from 'comlink';
import { useEffect, useState } from 'react';
import type { EndpointCount } from '#engine/alternatives/endpointCounts';
import type { ServiceTraffic } from '#engine/evaluation';
import { EmptyState } from '../../components/EmptyState';
import { Select } from '../../components/Select';
import { useDocument } from '../../stores/document';
import { createAnalysis } from '../../worker/analysis';
import { AnalysisStatus } from '../shared/AnalysisStatus';
import styles from './Alternatives.module.css';
import { EndpointCounts } from './EndpointCounts';
import { useTrafficT } from './useTrafficT';

interface Counted {
  readonly service: string;
  readonly counts: readonly EndpointCount[];
}

const counted = createAnalysis<Counted>();
const placements = ['even', 'scheduled'] as const;

/** For which numbers of endpoints topology hints hold in this cluster, and how they load each zone. */
export function HintsTab({ service: { service } }: { readonly service: ServiceTraffic }) {
  const say = useTrafficT();
  const design = useDocument((state) => state.design);
  const [placed, setPlaced] = useState<(typeof placements)[number]>('even');
  useEffect(() => {
    const about = (counts: readonly EndpointCount[]): Counted => ({ service, counts });
    void counted.start(design, async (analyses, show) => about(await analyses.endpointCounts(design, service, proxy((counts) => show(about(counts))))), true);
    return counted.stop;
  }, [design, service]);
  const { status, answer } = counted.use();
  const counts = answer?.service === service ? answer.counts : [];
  if (status === 'done' && counts.length === 0) return <EmptyState title={say('hints.none')}>{say('hints.noneText')}</EmptyState>;
  return (
    <div aria-busy={status === 'running'}>
      <div className={styles.choose}>
        <h3>{say('hints.placed')}</h3>
        <Select
          label={say('hints.placed')}
          isLabelHidden
          choices={placements.map((id) => ({ id, label: say(`hints.${id}`) }))}
          value={placed}
          onChange={(id) => setPlaced(placements.find((each) => each === id) ?? 'even')}
        />
        {status !== 'done' && <AnalysisStatus of={counted} />}
      </div>
      <p className={styles.note}>{say('hints.rule')}</p>
      {counts.length > 0 && <EndpointCounts counts={counts} placed={placed} />}
    </div>
  );
}
