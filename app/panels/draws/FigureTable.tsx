import type { WorkloadVerdict } from '#engine/evaluation';
import { barsOf } from '#engine/draws/distribution';
import type { Distribution, Frequency } from '#engine/draws/distribution';
import type { DrawsSummary } from '#engine/draws/draws';
import { showDraw } from '../../commands/draw';
import { useFormat } from '../../i18n/format';
import { useT } from '../../i18n/translate';
import { useDocument } from '../../stores/document';
import { shortName } from '../shared/shortName';
import table from '../shared/table.module.css';
import styles from './FigureTable.module.css';
import { Histogram } from './Histogram';
import type { HistogramBar } from './Histogram';

const mostBars = 12;
const tones = { survives: 'ok', degraded: 'warn', down: 'bad' } as const;

/** Best, likely and worst of each figure, and how often which came out. */
export function FigureTable({ summary }: { readonly summary: DrawsSummary }) {
  const t = useT();
  const format = useFormat();
  const { draws, byName, verdict, pending, skew, zoneSkews } = summary;
  const figure = (value: number) => format.number(value, 2);
  const word = (value: WorkloadVerdict) => t(`verdict.${value}`);
  const numbers = (distribution: Distribution<number>): readonly HistogramBar[] =>
    barsOf(distribution, mostBars).map((bar) => ({
      ...bar,
      value: bar.from === bar.to ? figure(bar.from) : t('draws.range', { from: figure(bar.from), to: figure(bar.to) }),
      label: figure(bar.from),
    }));
  const varied = zoneSkews.filter((each) => each.skew.values.length > 1);
  const same = zoneSkews.filter((each) => each.skew.values.length === 1);
  return (
    <>
      <table className={table.table}>
        <thead>
          <tr>
            {(['figure', 'howOften', 'best', 'likely', 'worst', 'byName'] as const).map((column) => (
              <th key={column} scope="col">
                {t(`draws.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {verdict !== null && (
            <Row
              title={t('draws.worstLoss')}
              distribution={verdict}
              bars={verdict.values.map((each) => ({ ...each, value: word(each.value), label: word(each.value), tone: tones[each.value] }))}
              draws={draws}
              show={word}
              byName={byName.verdict}
            />
          )}
          {pending !== null && <Row title={t('draws.pending')} distribution={pending} bars={numbers(pending)} draws={draws} show={figure} byName={byName.pending} />}
          {skew !== null && <Row title={t('draws.skew')} distribution={skew} bars={numbers(skew)} draws={draws} show={figure} byName={byName.skew} />}
          {varied.map(({ workload, skew: own }) => (
            <Row
              key={workload}
              title={t('draws.zoneSkew', { workload: shortName(workload) })}
              hint={t('draws.zoneSkewText')}
              distribution={own}
              bars={numbers(own)}
              draws={draws}
              show={figure}
              byName={byName.zoneSkews.find((each) => each.workload === workload)?.skew ?? null}
            />
          ))}
        </tbody>
      </table>
      {same.length > 0 && (
        <p className={styles.same} title={t('draws.zoneSkewText')}>
          {t('draws.sameZoneSkew')} {same.map(({ workload, skew: own }) => `${shortName(workload)} ${figure(own.best.value)}`).join(', ')}
        </p>
      )}
    </>
  );
}

interface RowProps<T> {
  readonly title: string;
  readonly hint?: string;
  readonly distribution: Distribution<T>;
  readonly bars: readonly HistogramBar[];
  readonly draws: number;
  readonly show: (value: T) => string;
  readonly byName: T | null;
}

function Row<T>({ title, hint, distribution: { best, likely, worst, values }, bars, draws, show, byName }: RowProps<T>) {
  const t = useT();
  return (
    <tr>
      <th scope="row" title={hint}>
        {title}
      </th>
      {values.length === 1 ? (
        <>
          <td className={table.quiet}>{t('draws.everyDraw')}</td>
          <td colSpan={3}>{show(best.value)}</td>
        </>
      ) : (
        <>
          <td>
            <Histogram bars={bars} draws={draws} />
          </td>
          <Outcome frequency={best} show={show} />
          <Outcome frequency={likely} show={show} />
          <Outcome frequency={worst} show={show} />
        </>
      )}
      <td>{byName === null ? '–' : show(byName)}</td>
    </tr>
  );
}

/** A value with the draw that gives it. */
function Outcome<T>({ frequency: { value, seed }, show }: { readonly frequency: Frequency<T>; readonly show: (value: T) => string }) {
  const t = useT();
  const shown = useDocument((state) => state.design.settings.seed);
  return (
    <td>
      <button type="button" className={styles.outcome} aria-pressed={seed === shown} onClick={() => showDraw(seed)}>
        {show(value)} <span className={styles.seed}>{t('draws.seed', { seed: seed ?? 0 })}</span>
      </button>
    </td>
  );
}
