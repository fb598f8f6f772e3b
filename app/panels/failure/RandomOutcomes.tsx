import { barsOf } from '#engine/draws/distribution';
import { useFormat } from '../../i18n/format';
import { useT } from '../../i18n/translate';
import { useSession } from '../../stores/session';
import type { NodeFailuresSoFar } from '../../worker/analyses.worker';
import { Mark } from '../shared/Mark';
import { shortName } from '../shared/shortName';
import table from '../shared/table.module.css';
import failure from './FailurePanel.module.css';
import styles from './RandomFailures.module.css';
import { ShareBar } from './ShareBar';
import { useFailuresT } from './useFailuresT';

const verdicts = ['survives', 'degraded', 'down'] as const;
const tones = { survives: 'ok', degraded: 'warn', down: 'bad' } as const;
const mostBars = 12;

/** How often what came out among the sets of machines that were tried. */
export function RandomOutcomes({ soFar: { summary, wanted } }: { readonly soFar: NodeFailuresSoFar }) {
  const t = useT();
  const say = useFailuresT();
  const format = useFormat();
  const { machines, dead, sets, exact, tried, pending, worst, workloads } = summary;
  if (sets === 0) return <p>{say('random.tooMany', { machines, dead })}</p>;
  const counts = { machines: format.number(machines), dead: format.number(dead), sets: format.number(sets), tried: format.number(tried) };
  const yes = (share: number) => [
    { tone: 'ok', share },
    { tone: 'bad', share: 1 - share },
  ] as const;
  return (
    <>
      <p className={styles.said}>{tried < wanted ? say('random.partly', counts) : say(exact ? 'random.exact' : 'random.sampled', counts)}</p>
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">{say('random.outcome')}</th>
            <th scope="col">{say('random.share')}</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{say('random.quorum')}</th>
            <td>
              <ShareBar parts={yes(summary.keepsQuorum)}>{format.percent(summary.keepsQuorum)}</ShareBar>
            </td>
          </tr>
          <tr>
            <th scope="row">{say('random.all')}</th>
            <td>
              <ShareBar parts={yes(summary.survives)}>{format.percent(summary.survives)}</ShareBar>
            </td>
          </tr>
          {workloads.map((workload) => (
            <tr key={workload.name}>
              <th scope="row" title={workload.name}>
                {shortName(workload.name)}
              </th>
              <td>
                <ShareBar parts={verdicts.map((verdict) => ({ tone: tones[verdict], share: workload[verdict] }))}>
                  {verdicts
                    .filter((verdict) => workload[verdict] > 0)
                    .map((verdict) => (
                      <Mark key={verdict} tone={tones[verdict]}>{`${t(`verdict.${verdict}`)} ${format.percent(workload[verdict])}`}</Mark>
                    ))}
                </ShareBar>
              </td>
            </tr>
          ))}
          {pending !== null && (
            <tr>
              <th scope="row">{say('random.pending')}</th>
              <td>
                <ul className={styles.histogram}>
                  {barsOf(pending, mostBars).map(({ from, to, draws }) => {
                    const value = from === to ? format.number(from) : say('random.range', { from: format.number(from), to: format.number(to) });
                    const share = draws / tried;
                    return (
                      <li key={from} title={say('random.bar', { value, share: format.percent(share) })}>
                        <span className={styles.track} aria-hidden>
                          <span className={styles.fill} style={{ height: `${share * 100}%` }} />
                        </span>
                        <span className="visually-hidden">{say('random.bar', { value, share: format.percent(share) })}</span>
                        <span aria-hidden>{value}</span>
                        <span className={table.quiet} aria-hidden>
                          {format.percent(share)}
                        </span>
                      </li>
                    );
                  })}
                </ul>
              </td>
            </tr>
          )}
          {worst !== null && summary.survives < 1 && (
            <tr>
              <th scope="row">{say('random.worst')}</th>
              <td>
                <button
                  type="button"
                  className={failure.scenario}
                  aria-label={say('random.show', { names: worst.nodes.join(' + ') })}
                  onClick={() => useSession.setState({ scenario: { zones: [], nodes: worst.nodes } })}
                >
                  {worst.nodes.join(' + ')}
                </button>
              </td>
            </tr>
          )}
        </tbody>
      </table>
    </>
  );
}
