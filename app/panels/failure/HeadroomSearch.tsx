import { Search } from 'lucide-react';
import { Button } from '../../components/Button';
import { useFormat } from '../../i18n/format';
import { useDocument } from '../../stores/document';
import { useSession } from '../../stores/session';
import type { HeadroomAnswer } from '../../worker/analyses.worker';
import { createAnalysis, isAboutSame } from '../../worker/analysis';
import { FixButton } from '../findings/FixButton';
import { AnalysisStatus } from '../shared/AnalysisStatus';
import { EntityChip } from '../shared/EntityChip';
import { Mark } from '../shared/Mark';
import table from '../shared/table.module.css';
import styles from './HeadroomSearch.module.css';
import { useFailuresT } from './useFailuresT';

const search = createAnalysis<HeadroomAnswer>();

const tones = { enough: 'ok', grown: 'info', 'not-found': 'bad' } as const;

/** Searches for the instance counts with which any one zone can be lost, and offers them as a fix. */
export function HeadroomSearch() {
  const say = useFailuresT();
  const { status, answer, design: asked } = search.use();
  const design = useDocument((state) => state.design);
  const isCurrent = answer !== null && asked !== null && isAboutSame(asked, design);
  return (
    <div className={styles.search}>
      {!isCurrent && status !== 'running' && (
        <Button icon={<Search size={14} aria-hidden />} onPress={() => void search.start(design, (analyses) => analyses.headroom(design))}>
          {say('headroom.search')}
        </Button>
      )}
      {(answer === null || status === 'running') && <AnalysisStatus of={search} doing={say('headroom.searching')} />}
      {isCurrent && status !== 'running' && <Found answer={answer} />}
    </div>
  );
}

function Found({ answer: { found, fix } }: { readonly answer: HeadroomAnswer }) {
  const say = useFailuresT();
  const format = useFormat();
  const language = useSession((session) => session.language);
  const { outcome, groups, smallest, trials } = found;
  return (
    <>
      <Mark tone={tones[outcome]}>{outcome === 'grown' ? say('headroom.grown', { trials: format.number(trials) }) : say(`headroom.${outcome}`)}</Mark>
      {outcome === 'grown' && !smallest && <p>{say('headroom.notSmallest')}</p>}
      {groups.length > 0 && (
        <table className={table.table}>
          <thead>
            <tr>
              <th scope="col">{say('headroom.group')}</th>
              <th scope="col" className={table.number}>
                {say('headroom.now')}
              </th>
              <th scope="col" className={table.number}>
                {say('headroom.needed')}
              </th>
            </tr>
          </thead>
          <tbody>
            {groups.map(({ id, before, after }) => (
              <tr key={id}>
                <th scope="row">
                  <EntityChip id={id} />
                </th>
                <td className={table.number}>{format.number(before)}</td>
                <td className={table.number}>{format.number(after)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {fix !== null && <FixButton fix={fix[language]} />}
    </>
  );
}
