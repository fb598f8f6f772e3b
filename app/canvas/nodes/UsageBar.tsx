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
    <svg className={styles.usage} width="110" height="3" aria-hidden="true">
      <rect width="110" height="3" rx="1.5" className={styles.usageBack} />
      <rect width={110 * Math.min(1, share)} height="3" rx="1.5" className={styles.usageFill} data-full={share > 0.9 || undefined} />
    </svg>
  );
});
