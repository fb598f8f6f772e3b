import type { CostFree } from '#engine/evaluation';
import { useFormat } from '../../i18n/format';
import styles from './CostPanel.module.css';
import { SourceText } from './SourceText';
import { useCostT } from './useCostT';

/** What was counted and costs nothing, with the reason. */
export function FreeList({ free }: { readonly free: readonly CostFree[] }) {
  const say = useCostT();
  const format = useFormat();
  if (free.length === 0) return null;
  return (
    <section className={styles.note} aria-label={say('cost.free')}>
      <h3>{say('cost.free')}</h3>
      <ul>
        {free.map(({ id, title, quantity, why, source }) => (
          <li key={id}>
            {title} ({quantity === null ? say('cost.notStated') : format.unit(quantity, 'GB', 2)}). {why} <SourceText source={source} />
          </li>
        ))}
      </ul>
    </section>
  );
}
