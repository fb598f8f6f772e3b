import type { Used } from '#engine/evaluation';
import { useFormat } from '../../i18n/format';
import { useT } from '../../i18n/translate';
import { Track } from '../shared/Track';
import styles from './UsageMeter.module.css';

export interface UsageMeterProps {
  readonly used: Used;
  /** Writes an amount with its unit. */
  readonly show: (amount: number) => string;
}

/** What is requested of what a node has to give: a bar beside its share. */
export function UsageMeter({ used: { requested, allocatable }, show }: UsageMeterProps) {
  const t = useT();
  const format = useFormat();
  const share = allocatable === 0 ? 0 : requested / allocatable;
  const text = t('placement.requestedOf', { requested: show(requested), allocatable: show(allocatable) });
  return (
    <span className={styles.meter} title={text}>
      <Track share={share} isFull={share > 0.9} />
      <span className={styles.share}>{format.unit(share * 100, '%')}</span>
      <span className={styles.amount}>{show(requested)}</span>
    </span>
  );
}
