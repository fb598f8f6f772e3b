import type { TimelineView } from '#engine/timeline/timelineView';
import { useFormat } from '../../i18n/format';
import { useT } from '../../i18n/translate';
import styles from './Timeline.module.css';

const height = 28;
const width = 1000;

/** Failed requests a second over the whole failure, above the scrubber's track and on its scale. */
export function ErrorsChart({ view }: { readonly view: TimelineView }) {
  const t = useT();
  const format = useFormat();
  const most = Math.max(0, ...view.errors.map(({ perSecond }) => perSecond));
  if (most === 0) return null;
  const end = Math.max(1, view.settledAt);
  const x = (at: number) => (width * Math.min(at, end)) / end;
  const y = (perSecond: number) => height - (height * perSecond) / most;
  const path = view.errors.map(({ at, perSecond }, i) => `L${x(at)} ${y(perSecond)}H${x(view.errors[i + 1]?.at ?? end)}`).join('');
  return (
    <figure>
      <figcaption className="visually-hidden">{t('timeline.errorsChart', { most: format.number(most, 1) })}</figcaption>
      <svg className={styles.chart} viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" aria-hidden>
        <path d={`M0 ${height}${path}V${height}z`} />
      </svg>
    </figure>
  );
}
