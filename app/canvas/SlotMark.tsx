import styles from './Board.module.css';
import { useBoardView } from './boardView';
import { useGesture } from './gesture';

/** The slot that the thing will take; struck through where it cannot be. */
export function SlotMark() {
  const drop = useGesture((view) => view.drop);
  const rect = useGesture((view) => view.rect);
  const byKey = useBoardView((view) => view.arrangement.byKey);
  if (drop === null) return null;
  return (
    <>
      {drop.over.map((key) => {
        const box = byKey.get(key);
        if (box === undefined) return null;
        return <div key={key} className={drop.refusal === null ? styles.target : styles.slot} data-refused={drop.refusal !== null || undefined} style={{ left: box.x, top: box.y, width: box.width, height: box.height }} />;
      })}
      {rect !== null && <div className={styles.slot} style={{ left: rect.x, top: rect.y, width: rect.width, height: rect.height }} />}
    </>
  );
}
