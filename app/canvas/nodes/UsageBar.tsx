import { memo } from 'react';
import { fullness } from '#engine/cluster/room';
import { useEvaluation } from '../../stores/evaluation';
import styles from './nodes.module.css';

/** How much of a node's allocatable CPU (or memory, if that is fuller) its pods request; of a dead node before it died. */
export const UsageBar = memo(function UsageBar({ name }: { readonly name: string }) {
  const share = useEvaluation((state) => {
    const usage = state.aftermathIndex?.usage.get(name) ?? state.index.usage.get(name);
    return usage === undefined ? 0 : fullness(usage);
  });
  return (
    <span className={styles.usage} aria-hidden="true">
      <span className={styles.usageFill} style={{ width: `${100 * Math.min(1, share)}%` }} data-full={share > 0.9 || undefined} />
    </span>
  );
});
