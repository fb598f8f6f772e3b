import { Plus } from 'lucide-react';
import { classNames } from '../components/classNames';
import { useT } from '../i18n/translate';
import { useCanvas } from '../stores/canvas';
import styles from './Board.module.css';
import { useBoardView } from './boardView';
import { sizes } from './geometry';
import { addZone } from './quickAdd';

/** Names of the rows, and lines between them. */
export function Lanes() {
  const t = useT();
  const lanes = useBoardView((view) => view.arrangement.lanes);
  const strips = useBoardView((view) => view.arrangement.strips);
  const width = useBoardView((view) => view.arrangement.width);
  const traffic = useCanvas((canvas) => canvas.traffic);
  return (
    <>
      {strips.map((strip) => (
        <div key={strip.y} className={styles.strip} style={{ left: strip.x, top: strip.y, width: strip.width, height: strip.height }} aria-hidden />
      ))}
      {traffic && (
        <div className={styles.lane} style={{ top: sizes.header, width, height: sizes.traffic + 2 * sizes.lanePadding }} aria-hidden>
          <span className={styles.laneName}>{t('lane.traffic')}</span>
        </div>
      )}
      {lanes.map(({ lane, y, height, isEmpty }) => (
        <div key={lane} className={styles.lane} style={{ top: y, width, height }} aria-hidden>
          <span className={styles.laneName}>{lane === 'column' ? '' : t(`lane.${lane}`)}</span>
          {isEmpty && lane !== 'column' && lane !== 'free' && <span data-fine className={styles.laneHint}>{t(`lane.empty.${lane}`)}</span>}
        </div>
      ))}
      <button type="button" tabIndex={-1} className={classNames(styles.addZone, 'nopan')} style={{ left: width + 8 }} aria-label={t('command.addZone')} title={t('command.addZone')} onClick={addZone}>
        <Plus size={16} aria-hidden />
      </button>
    </>
  );
}
