import type { WaitingPod } from '#engine/maintenance/maintenance';
import { usePages } from '../shared/usePages';
import styles from './MaintenancePanel.module.css';
import { PodChips } from './PodChips';
import { useWords } from './useWords';

/** Pods that find no node: in plain words, and in Kubernetes' own. */
export function WaitingPods({ title, pods }: { readonly title: string; readonly pods: readonly WaitingPod[] }) {
  const words = useWords();
  const { shown, more } = usePages(pods);
  if (pods.length === 0) return null;
  return (
    <section aria-label={title}>
      <h4>{title}</h4>
      <ul className={styles.rounds}>
        {shown.map(({ pod, message, cause }) => (
          <li key={pod}>
            <PodChips pods={[{ pod }]} /> {words.cause[cause]} <code lang="en">{message}</code>
          </li>
        ))}
      </ul>
      {more}
    </section>
  );
}
