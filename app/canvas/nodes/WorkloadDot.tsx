import { useDocument } from '../../stores/document';
import { shapePath } from '../podPaths';
import { workloadMarks } from '../workloadMarks';
import styles from './nodes.module.css';

/** A workload's colour, shape and letter: the legend of its pods. */
export function WorkloadDot({ id }: { readonly id: string }) {
  const mark = useDocument((state) => workloadMarks(state.design).get(id));
  if (mark === undefined) return null;
  return (
    <svg viewBox="0 0 16 16" className={styles.dot} data-workload={mark.colour} aria-hidden="true">
      <path d={shapePath(mark.shape, 0, 0, 16)} className={styles.fill} />
      <text x={8} y={12.3} className={styles.dotLetter}>
        {mark.letter}
      </text>
    </svg>
  );
}
