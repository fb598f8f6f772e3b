import { lazy, memo, Suspense, useMemo, useState } from 'react';
import { entityById } from '#engine/design/tree';
import { useCanvas } from '../stores/canvas';
import { useDocument } from '../stores/document';
import { useEvaluation } from '../stores/evaluation';
import styles from './Board.module.css';
import { useBoardView } from './boardView';
import { centerOf } from './geometry';
import { useGesture } from './gesture';
import { curve, pathsOf } from './paths';

const PathCard = lazy(async () => ({ default: (await import('./PathCard')).PathCard }));

/** The paths of what is chosen, its own only: who calls it, and where its requests go. Never all at once. */
export const Paths = memo(function Paths() {
  const selection = useCanvas((canvas) => canvas.selection);
  const design = useDocument((state) => state.design);
  const arrangement = useBoardView((view) => view.arrangement);
  const today = useEvaluation((state) => state.index.services);
  const aftermath = useEvaluation((state) => state.aftermath);
  const isFlowing = useCanvas((canvas) => canvas.isFlowing);
  const [svg, setSvg] = useState<SVGSVGElement | null>(null);
  const services = useMemo(() => (aftermath === null ? today : new Map(aftermath.traffic.services.map((service) => [service.service, service]))), [today, aftermath]);
  const pods = useEvaluation((state) => state.index.pods);
  const paths = useMemo(() => pathsOf({ selection, design, arrangement, services, pods }), [selection, design, arrangement, services, pods]);
  const { width, height } = arrangement;
  return (
    <>
      <svg ref={setSvg} className={styles.paths} width={width} height={height} aria-hidden="true">
        {paths.map((path) => (
          <path key={path.key} d={path.d} strokeWidth={path.width} className={styles.path} data-cross={path.isCrossZone || undefined} />
        ))}
        {isFlowing && paths.map((path) => <path key={path.key} d={path.d} className={styles.flow} />)}
        <Draft />
      </svg>
      {paths.length > 0 && svg !== null && (
        <Suspense fallback={null}>
          <PathCard paths={paths} svg={svg} />
        </Suspense>
      )}
    </>
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
