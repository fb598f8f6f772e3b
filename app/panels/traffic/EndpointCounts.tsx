import type { EndpointCount, HintsOutcome, ZoneOutcome } from '#engine/alternatives/endpointCounts';
import { classNames } from '../../components/classNames';
import { useFormat } from '../../i18n/format';
import { useDocument } from '../../stores/document';
import { Mark } from '../shared/Mark';
import table from '../shared/table.module.css';
import styles from './Alternatives.module.css';
import { useTrafficT } from './useTrafficT';
import { Wide } from './Wide';

interface EndpointCountsProps {
  readonly counts: readonly EndpointCount[];
  readonly placed: 'even' | 'scheduled';
}

/** A row a number of endpoints; the number that the Service has is marked. */
export function EndpointCounts({ counts, placed }: EndpointCountsProps) {
  const say = useTrafficT();
  const zones = (counts[0]?.[placed].auto ?? counts[0]?.[placed].sameZone)?.zones.map(({ zone }) => zone) ?? [];
  return (
    <Wide label={say('traffic.tab.hints')}>
      <table className={classNames(table.table, styles.table)}>
        <thead>
          <tr>
            <th scope="col" className={table.number} rowSpan={2}>
              {say('hints.endpoints')}
            </th>
            <th scope="colgroup" colSpan={2 + zones.length}>
              topology-mode: Auto
            </th>
            <th scope="colgroup" colSpan={1 + zones.length} className={styles.apart}>
              PreferSameZone
            </th>
            <th scope="col" rowSpan={2}>
              {say('hints.event')}
            </th>
          </tr>
          <tr>
            <th scope="col">{say('hints.hints')}</th>
            <LoadHeads zones={zones} />
            <LoadHeads zones={zones} isApart />
          </tr>
        </thead>
        <tbody>
          {counts.map(({ replicas, isToday, [placed]: { auto, sameZone } }) => (
            <tr key={replicas} data-current={isToday || undefined}>
              <th scope="row" className={table.number}>
                {replicas}
                {isToday && <span className={styles.quiet}> {say('hints.today')}</span>}
              </th>
              <td>{auto === null ? '–' : <Mark tone={auto.holds ? 'ok' : 'warn'}>{say(auto.holds ? 'hints.hold' : 'hints.vanish')}</Mark>}</td>
              <Loads outcome={auto} zones={zones} />
              <Loads outcome={sameZone} zones={zones} isApart />
              <td className={styles.event} lang="en" title={auto?.event ?? ''}>
                {reasonOf(auto?.event ?? '–')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Wide>
  );
}

/** The message of an event without type, reason and address type, which are the same in every row. */
function reasonOf(event: string): string {
  return event.replace(/^.*TopologyAwareHints(?:Dis|En)abled\s+/, '').replace(/, addressType: \w+$/, '');
}

interface LoadsProps {
  readonly zones: readonly string[];
  /** The first of them begins another group of columns. */
  readonly isApart?: boolean;
}

function LoadHeads({ zones, isApart = false }: LoadsProps) {
  const say = useTrafficT();
  const region = useDocument((state) => state.design.settings.region);
  return (
    <>
      {zones.map((zone, i) => (
        <th key={zone} scope="col" className={classNames(table.number, isApart && i === 0 && styles.apart)}>
          <abbr title={zone} className={styles.zone}>
            {zone.slice(region.length)}
          </abbr>
        </th>
      ))}
      <th scope="col" className={table.number} title={say('hints.skewTitle')}>
        {say('alternatives.skew')}
      </th>
    </>
  );
}

function Loads({ outcome, zones, isApart = false }: LoadsProps & { readonly outcome: HintsOutcome | null }) {
  const format = useFormat();
  const skew = outcome?.skew ?? null;
  return (
    <>
      {zones.map((name, i) => {
        const zone = outcome?.zones.find((each) => each.zone === name);
        return (
          <td key={name} className={classNames(table.number, isApart && i === 0 && styles.apart)}>
            {zone === undefined ? '–' : <Load zone={zone} />}
          </td>
        );
      })}
      <td className={table.number}>{skew === null ? '–' : format.number(skew, 2)}</td>
    </>
  );
}

/** Upstream lets a zone be overloaded by so much. Source: topologycache.go, overloadThreshold. */
const mostLoad = 1.2;

function Load({ zone: { endpoints, hinted, expectedLoad } }: { readonly zone: ZoneOutcome }) {
  const say = useTrafficT();
  const format = useFormat();
  const title = say('hints.load', { endpoints, hinted });
  if (expectedLoad === null) return <span title={title}>–</span>;
  const text = `× ${format.number(expectedLoad, 2)}`;
  return <span title={title}>{expectedLoad > mostLoad + 1e-9 ? <Mark tone="warn">{text}</Mark> : text}</span>;
}
