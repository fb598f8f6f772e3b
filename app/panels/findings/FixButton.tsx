import { Wrench } from 'lucide-react';
import { useId } from 'react';
import type { Fix } from '#engine/evaluation';
import { Button } from 'react-aria-components';
import button from '../../components/Button.module.css';
import { classNames } from '../../components/classNames';
import { useT } from '../../i18n/translate';
import styles from './FixButton.module.css';
import { useFix } from './useFix';

interface FixButtonProps {
  readonly fix: Fix;
  /** Said before the verdicts that change, which are those of normal operation. */
  readonly lead?: string;
}

/** A fix. Pointing at it, or focusing it, shows which verdicts it changes; pressing makes it one undoable step. */
export function FixButton({ fix, lead = '' }: FixButtonProps) {
  const t = useT();
  const { onHoverChange, onFocusChange, onPress, isPointedAt, refusal, changes } = useFix(fix);
  const note = useId();
  return (
    <span className={styles.fix}>
      <Button className={classNames(button.button, button.plain)} aria-describedby={note} onHoverChange={onHoverChange} onFocusChange={onFocusChange} onPress={onPress}>
        <Wrench size={14} aria-hidden />
        {fix.label}
      </Button>
      <span id={note} className={classNames(styles.note, refusal !== null && styles.bad)}>
        {refusal ?? (changes === null ? (isPointedAt ? t('findings.previewing') : '') : `${lead}${changes.length === 0 ? t('findings.noChange') : changes.join(' · ')}`)}
      </span>
    </span>
  );
}
