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
  const columns = useBoardView((view) => view.arrangement.columns);
  const shelves = useBoardView((view) => view.arrangement.shelves);
  const width = useBoardView((view) => view.arrangement.width);
  const traffic = useCanvas((canvas) => canvas.traffic);
  return (
    <>
      {shelves.map(({ x, y, width: shelf, height }) => (
        <div key={y} className={styles.shelf} style={{ left: x, top: y, width: shelf, height }} aria-hidden />
      ))}
      {traffic && (
        <div className={styles.lane} style={{ top: sizes.header, width, height: sizes.traffic + 2 * sizes.lanePadding }} aria-hidden>
          <span className={styles.laneName}>{t('lane.traffic')}</span>
        </div>
      )}
      {lanes.map(({ lane, y, height, isEmpty }, index) => (
        <div key={lane} className={styles.lane} style={{ top: y, width, height }} aria-hidden>
          <span className={styles.laneName}>{lane === 'column' ? '' : t(`lane.${lane}`)}</span>
          {index > 0 && columns.map((column) => <span key={column.zone} className={styles.laneLine} style={{ left: column.x + 1, width: column.width - 2 }} />)}
          {isEmpty && columns.length > 0 && lane !== 'column' && lane !== 'free' && (
            <LaneHint perZone={lane === 'control' || lane === 'groups'} text={t(`lane.empty.${lane}`)} />
          )}
        </div>
      ))}
      <button type="button" tabIndex={-1} className={classNames(styles.addZone, 'nopan')} style={{ left: width + 8 }} aria-label={t('command.addZone')} title={t('command.addZone')} onClick={addZone}>
        <Plus size={16} aria-hidden />
      </button>
    </>
  );
}

/** Where what belongs in an empty lane would stand: in each column, or over all of them. Its text keeps to the first. */
function LaneHint({ perZone, text }: { readonly perZone: boolean; readonly text: string }) {
  const columns = useBoardView((view) => view.arrangement.columns);
  const right = useBoardView((view) => view.arrangement.width);
  const left = sizes.gutter + sizes.columnPadding;
  const textWidth = (columns[0]?.width ?? 0) - 2 * sizes.columnPadding;
  const places = perZone
    ? columns.map((column) => ({ left: column.x + sizes.columnPadding, width: column.width - 2 * sizes.columnPadding }))
    : [{ left, width: right - sizes.columnPadding - left }];
  return places.map((place, index) => (
    <span key={place.left} className={styles.laneHint} style={place}>
      {index === 0 && (
        <span data-fine style={{ maxWidth: textWidth - 24 }}>
          {text}
        </span>
      )}
    </span>
  ));
}
