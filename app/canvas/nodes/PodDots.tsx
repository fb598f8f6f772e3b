import { memo, useMemo } from 'react';
import type { PlacedPod } from '#engine/evaluation';
import { useCanvas } from '../../stores/canvas';
import { useDocument } from '../../stores/document';
import { useEvaluation } from '../../stores/evaluation';
import { podKey } from '../arrangement';
import { podPosition, sizes } from '../geometry';
import { podPaths, shapePath } from '../podPaths';
import type { PodLook } from '../podPaths';
import { workloadMarks } from '../workloadMarks';
import styles from './nodes.module.css';

interface PodDotsProps {
  readonly pods: readonly PlacedPod[];
  readonly width: number;
  readonly height: number;
  readonly isDead: boolean;
}

/** All pods of a node: one path for each colour, for there are thousands. */
export const PodDots = memo(function PodDots({ pods, width, height, isDead }: PodDotsProps) {
  const marks = useDocument((state) => workloadMarks(state.design));
  const fates = useEvaluation((state) => state.aftermathIndex?.fates);
  const loads = useEvaluation((state) => state.index.loads);
  const traffic = useCanvas((canvas) => canvas.traffic);
  const isNear = useCanvas((canvas) => canvas.depth === 'near');
  const chosen = useCanvas((canvas) => canvas.selection.find((key) => marks.has(key)));
  const groups = useMemo(() => {
    const lookOf = (pod: PlacedPod): PodLook => {
      if (isDead) return 'gone';
      const fate = fates?.get(pod.pod)?.fate;
      return fate === 'moved' || fate === 'starting' ? fate : fate === 'lost' ? 'gone' : 'here';
    };
    const levelOf = (pod: PlacedPod): number => {
      if (chosen !== undefined && pod.workload !== chosen) return 0;
      if (!traffic) return 3;
      const load = loads.get(pod.pod) ?? 0;
      return load === 0 ? 0 : load < 0.4 ? 1 : load < 0.75 ? 2 : 3;
    };
    return podPaths(pods, marks, lookOf, levelOf);
  }, [pods, marks, fates, loads, traffic, isDead, chosen]);
  const hidden = pods.length - sizes.pod.perRow * sizes.pod.maxRows;
  return (
    <svg className={styles.pods} width={width} height={height} aria-hidden="true">
      {groups.map((group) => (
        <path key={group.key} d={group.path} data-workload={group.colour} data-look={group.look} data-level={group.level} />
      ))}
      {isNear && !isDead && pods.map((pod, index) => <Letter key={pod.pod} index={index} letter={marks.get(pod.workload)?.letter ?? ''} />)}
      {hidden > 0 && (
        <text x={width - 6} y={20} data-fine className={styles.more}>
          +{hidden}
        </text>
      )}
      <Rings pods={pods} />
    </svg>
  );
});

function Letter({ index, letter }: { readonly index: number; readonly letter: string }) {
  const place = podPosition(index);
  if (place === null) return null;
  return (
    <text x={place.x + sizes.pod.size / 2} y={place.y + sizes.pod.size - 2.4} className={styles.podLetter}>
      {letter}
    </text>
  );
}

/** Around the pods that are chosen and the one that has the focus. */
function Rings({ pods }: { readonly pods: readonly PlacedPod[] }) {
  const selected = useCanvas((canvas) => pods.findIndex((pod) => canvas.selection.includes(podKey(pod.pod))));
  const focused = useCanvas((canvas) => (canvas.focus?.startsWith('pod:') === true ? pods.findIndex((pod) => podKey(pod.pod) === canvas.focus) : -1));
  return (
    <>
      <Ring index={selected} className={styles.selectedRing} />
      <Ring index={focused} className={styles.focusRing} />
    </>
  );
}

function Ring({ index, className }: { readonly index: number; readonly className: string | undefined }) {
  const place = index < 0 ? null : podPosition(index);
  if (place === null) return null;
  return <path d={shapePath('square', place.x - 2, place.y - 2, sizes.pod.size + 4)} className={className} />;
}
