import { ArrowDown, ArrowUp } from 'lucide-react';
import styles from './Alternatives.module.css';
import { useTrafficT } from './useTrafficT';

/** Whether a figure gets better or worse than today’s; every one of them is the better the smaller. Nothing where it stays. */
export function ChangeMark({ change }: { readonly change: 'better' | 'worse' | undefined }) {
  const say = useTrafficT();
  if (change === undefined) return <span className={styles.change} aria-hidden />;
  const Icon = change === 'better' ? ArrowDown : ArrowUp;
  return (
    <span className={styles.change} data-change={change}>
      <Icon size={12} aria-hidden />
      <span className="visually-hidden">{say(`alternatives.${change}`)}</span>
    </span>
  );
}
