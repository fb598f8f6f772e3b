import { CircleCheck, CircleX, TriangleAlert } from 'lucide-react';
import { Button } from 'react-aria-components';
import { classNames } from '../../components/classNames';
import styles from './VerdictItem.module.css';

export type Tone = 'ok' | 'warn' | 'bad' | 'none';

const icons = { ok: CircleCheck, warn: TriangleAlert, bad: CircleX };

export interface VerdictItemProps {
  readonly title: string;
  /** '' while there is no result yet. */
  readonly value: string;
  readonly tone: Tone;
  readonly word: string;
  readonly change: string;
  readonly isBetter: boolean | null;
  readonly isOpen: boolean;
  readonly onPress: () => void;
}

/** One verdict: figure, icon and word, change; pressing it shows why. */
export function VerdictItem({ title, value, tone, word, change, isBetter, isOpen, onPress }: VerdictItemProps) {
  const Icon = tone === 'none' ? null : icons[tone];
  return (
    <Button className={styles.item ?? ''} aria-expanded={isOpen} onPress={onPress}>
      <span className={styles.title}>{title}</span>{' '}
      <span className={styles.line}>
        {value === '' ? <span className={styles.waiting} /> : <span className={styles.value}>{value}</span>}{' '}
        {word !== '' && (
          <span className={classNames(styles.word, styles[tone])}>
            {Icon !== null && <Icon size={14} aria-hidden />}
            {word}
          </span>
        )}
        {change !== '' && <span className={classNames(styles.change, isBetter === true && styles.ok, isBetter === false && styles.bad)}>({change})</span>}
      </span>
    </Button>
  );
}
