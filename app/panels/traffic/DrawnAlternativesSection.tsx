import { proxy } from 'comlink';
import { Dices } from 'lucide-react';
import type { ServiceAlternatives } from '#engine/alternatives/alternative';
import type { DrawnAlternatives, DrawnFigures } from '#engine/alternatives/drawAlternatives';
import { messagesIn } from '#engine/alternatives/languages';
import type { Distribution } from '#engine/draws/distribution';
import { Button } from '../../components/Button';
import { useFormat } from '../../i18n/format';
import { useDocument } from '../../stores/document';
import { useSession } from '../../stores/session';
import { createAnalysis } from '../../worker/analysis';
import { AnalysisStatus } from '../shared/AnalysisStatus';
import table from '../shared/table.module.css';
import styles from './Alternatives.module.css';
import { useTrafficT } from './useTrafficT';
import { Wide } from './Wide';

interface Drawn extends DrawnAlternatives {
  readonly service: string;
}

const drawn = createAnalysis<Drawn>();
const wanted = 50;
const figures = ['skew', 'dropped', 'crossZone', 'usd', 'worstLoss'] as const;

/** Where the scheduler’s ties and hints decide the figures: how they are distributed over many draws. */
export function DrawnAlternativesSection({ of: { service, alternatives } }: { readonly of: ServiceAlternatives }) {
  const say = useTrafficT();
  const words = messagesIn(useSession((session) => session.language));
  const design = useDocument((state) => state.design);
  const { status, answer } = drawn.use();
  const own = answer?.service === service ? answer : null;
  const draw = () =>
    void drawn.start(design, async (analyses, show) => {
      const withService = (found: DrawnAlternatives): Drawn => ({ ...found, service });
      return withService(await analyses.drawnAlternatives(design, service, wanted, proxy((soFar) => show(withService(soFar)))));
    });
  return (
    <section className={styles.section} aria-label={say('alternatives.chance')}>
      <div className={styles.choose}>
        <h3>{say('alternatives.chance')}</h3>
        <Button icon={<Dices size={14} aria-hidden />} isDisabled={status === 'running'} onPress={draw}>
          {say('alternatives.draw', { count: wanted })}
        </Button>
        <AnalysisStatus of={drawn} progress={own === null ? undefined : { done: own.draws, wanted }} />
      </div>
      {own?.certain === true && <p>{words.certain}</p>}
      {own?.certain === false && (
        <Wide label={words.draws(own.draws)}>
          <table className={table.table}>
            <caption className={styles.note}>{words.draws(own.draws)}</caption>
            <thead>
              <tr>
                <th scope="col">{say('alternatives.alternative')}</th>
                {figures.map((figure) => (
                  <th key={figure} scope="col" className={table.number}>
                    {say(`alternatives.${figure}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              <DrawnRow label={say('alternatives.today')} figures={own.today} />
              {alternatives.map(({ id, label }) => (
                <DrawnRow key={id} label={label} figures={own.alternatives[id]} />
              ))}
            </tbody>
          </table>
        </Wide>
      )}
    </section>
  );
}

function DrawnRow({ label, figures: own }: { readonly label: string; readonly figures: DrawnFigures | undefined }) {
  const format = useFormat();
  const words = messagesIn(useSession((session) => session.language));
  const cells: Readonly<Record<(typeof figures)[number], string>> = {
    skew: range(own?.skew, (skew) => format.number(skew, 2)),
    dropped: range(own?.dropped, format.percent),
    crossZone: range(own?.crossZoneShare, format.percent),
    usd: range(own?.crossZoneMonthly, format.cents),
    worstLoss: range(own?.verdict, (verdict) => words.verdicts[verdict]),
  };
  return (
    <tr>
      <th scope="row">{label}</th>
      {figures.map((figure) => (
        <td key={figure} className={table.number}>
          {cells[figure]}
        </td>
      ))}
    </tr>
  );
}

/** One value where all draws have it; else the least, the likely and the most. */
function range<T>(distribution: Distribution<T> | null | undefined, textOf: (value: T) => string): string {
  if (distribution === null || distribution === undefined) return '–';
  const { best, likely, worst, values } = distribution;
  return values.length === 1 ? textOf(likely.value) : [best, likely, worst].map(({ value }) => textOf(value)).join(' / ');
}
