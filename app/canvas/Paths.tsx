import { memo, useMemo } from 'react';
import { entityById } from '#engine/design/tree';
import { useCanvas } from '../stores/canvas';
import { useDocument } from '../stores/document';
import { useEvaluation } from '../stores/evaluation';
import styles from './Board.module.css';
import { useBoardView } from './boardView';
import { centerOf } from './geometry';
import { useGesture } from './gesture';
import { curve, pathsOf } from './paths';

/** The paths of what is chosen, its own only: who calls it, and where its requests go. Never all at once. */
export const Paths = memo(function Paths() {
  const selection = useCanvas((canvas) => canvas.selection);
  const design = useDocument((state) => state.design);
  const arrangement = useBoardView((view) => view.arrangement);
  const services = useEvaluation((state) => state.index.services);
  const pods = useEvaluation((state) => state.index.pods);
  const paths = useMemo(() => pathsOf({ selection, design, arrangement, services, pods }), [selection, design, arrangement, services, pods]);
  const { width, height } = arrangement;
  return (
    <svg className={styles.paths} width={width} height={height} aria-hidden="true">
      {paths.map((path) => (
        <path key={path.key} d={path.d} strokeWidth={path.width} className={styles.path} data-cross={path.isCrossZone || undefined} />
      ))}
      <Draft />
    </svg>
  );
});

/** The link that is being drawn. */
function Draft() {
  const subject = useCanvas((canvas) => canvas.gesture?.subject);
  const point = useGesture((view) => view.point);
  const over = useGesture((view) => view.drop?.over[0]);
  const byKey = useBoardView((view) => view.arrangement.byKey);
  const design = useDocument((state) => state.design);
  if (subject?.type !== 'link' || point === null || entityById(design, subject.from) === undefined) return null;
  const from = byKey.get(subject.from);
  const to = over === undefined ? undefined : byKey.get(over);
  if (from === undefined) return null;
  return <path d={curve({ x: from.x + from.width / 2, y: from.y + from.height }, to === undefined ? point : centerOf(to))} strokeWidth={2} className={styles.path} data-draft />;
}
