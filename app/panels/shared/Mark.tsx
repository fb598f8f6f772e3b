import { CircleCheck, CircleX, Info, TriangleAlert } from 'lucide-react';
import { classNames } from '../../components/classNames';
import styles from './Mark.module.css';

export type MarkTone = 'ok' | 'warn' | 'bad' | 'info';

const icons = { ok: CircleCheck, warn: TriangleAlert, bad: CircleX, info: Info };

/** A verdict: colour, icon and word together, never colour alone. */
export function Mark({ tone, children }: { readonly tone: MarkTone; readonly children: string }) {
  const Icon = icons[tone];
  return (
    <span className={classNames(styles.mark, styles[tone])}>
      <Icon size={14} aria-hidden />
      {children}
    </span>
  );
}
