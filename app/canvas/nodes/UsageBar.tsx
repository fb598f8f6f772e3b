import { memo, useMemo } from 'react';
import type { PlacedPod } from '#engine/evaluation';
import { useDocument } from '../../stores/document';
import { useEvaluation } from '../../stores/evaluation';
import { nodeUsage } from '../nodeUsage';
import styles from './nodes.module.css';

/** How much of a node's allocatable CPU (or memory, if that is fuller) its pods request. */
export const UsageBar = memo(function UsageBar({ name, pods }: { readonly name: string; readonly pods: readonly PlacedPod[] }) {
  const node = useEvaluation((state) => state.index.nodes.get(name));
  const entities = useDocument((state) => state.design.entities);
  const usage = useMemo(() => nodeUsage(node, pods, entities), [node, pods, entities]);
  return (
    <svg className={styles.usage} width="110" height="3" aria-hidden="true">
      <rect width="110" height="3" rx="1.5" className={styles.usageBack} />
      <rect width={110 * Math.min(1, usage)} height="3" rx="1.5" className={styles.usageFill} data-full={usage > 0.9 || undefined} />
    </svg>
  );
});
