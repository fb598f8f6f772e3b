import type { NodeProps } from '@xyflow/react';
import { Hourglass } from 'lucide-react';
import { memo } from 'react';
import { entityById } from '#engine/design/tree';
import { useT } from '../../i18n/translate';
import { useCanvas } from '../../stores/canvas';
import { useDocument } from '../../stores/document';
import { podKey } from '../arrangement';
import { useBoardView } from '../boardView';
import type { BoardFlowNode } from '../reconcile';
import type { Waiting } from '../waiting';
import { Cell } from './Cell';
import styles from './nodes.module.css';
import { sameNode } from './sameNode';
import { WorkloadDot } from './WorkloadDot';

/** The pods that wait, at the foot of the board, with the reason's short form. */
export const TrayNode = memo(function TrayNode({ id }: NodeProps<BoardFlowNode>) {
  const t = useT();
  const waiting = useBoardView((view) => view.waiting);
  const count = waiting.reduce((sum, entry) => sum + entry.pods.length, 0);
  return (
    <Cell id={id} label={t('board.pending', { count })} className={styles.tray}>
      <span className={styles.trayHead}>
        <Hourglass size={14} aria-hidden />
        {t('board.pending', { count })}
      </span>
      <ul className={styles.trayList}>
        {waiting.map((entry) => (
          <Entry key={entry.key} entry={entry} />
        ))}
      </ul>
    </Cell>
  );
}, sameNode);

function Entry({ entry }: { readonly entry: Waiting }) {
  const name = useDocument((state) => {
    const workload = entityById(state.design, entry.workload);
    return workload !== undefined && 'name' in workload ? workload.name : entry.workload;
  });
  const select = useCanvas((canvas) => canvas.select);
  return (
    <li className={styles.trayItem} title={entry.message}>
      <button type="button" tabIndex={-1} data-pod={podKey(entry.pods[0] ?? '')} onClick={() => select(entry.pods.map(podKey))}>
        <WorkloadDot id={entry.workload} />
        <span data-name className={styles.trayName}>
          {name}
        </span>
        {entry.pods.length > 1 && <span data-name className={styles.trayCount}>×{entry.pods.length}</span>}
        <span data-name className={styles.trayReason}>{entry.reason}</span>
      </button>
    </li>
  );
}
