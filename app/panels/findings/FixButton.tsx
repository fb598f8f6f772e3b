import { Wrench } from 'lucide-react';
import { useEffect, useId, useRef, useState } from 'react';
import type { Fix } from '#engine/evaluation';
import { Button } from 'react-aria-components';
import button from '../../components/Button.module.css';
import { classNames } from '../../components/classNames';
import { useNotices } from '../../components/notices';
import { useFormat } from '../../i18n/format';
import { useT } from '../../i18n/translate';
import { useDocument } from '../../stores/document';
import { useEvaluation } from '../../stores/evaluation';
import { endPreview, previewEdit } from '../../worker/previewEdit';
import { changesBetween } from '../verdicts/changes';
import { verdictsOf } from '../verdicts/verdicts';
import styles from './FixButton.module.css';

interface FixButtonProps {
  readonly fix: Fix;
  /** Said before the verdicts that change, which are those of normal operation. */
  readonly lead?: string;
}

/** A fix. Pointing at it, or focusing it, shows which verdicts it changes; pressing makes it one undoable step. */
export function FixButton({ fix, lead = '' }: FixButtonProps) {
  const t = useT();
  const format = useFormat();
  const [isPointedAt, setPointedAt] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const preview = useEvaluation((state) => (isPointedAt ? state.preview : null));
  const baseline = useEvaluation((state) => (isPointedAt ? state.baseline : null));
  const dispatch = useDocument((state) => state.dispatch);
  const undo = useDocument((state) => state.undo);
  const show = useNotices((state) => state.show);
  const note = useId();
  const isOnNow = useRef(false);

  const point = (isOn: boolean) => {
    if (isOn === isOnNow.current) return;
    isOnNow.current = isOn;
    setPointedAt(isOn);
    if (!isOn) {
      endPreview();
      return;
    }
    const result = previewEdit(fix.edit);
    setRefusal(result.ok ? null : result.error.message);
  };
  // A preview must not outlive the finding that it belongs to. Not later than that either: it would end that of the next fix.
  useEffect(
    () => () => {
      if (isOnNow.current) endPreview();
    },
    [],
  );

  const changes = preview === null || baseline === null ? null : changesBetween(verdictsOf(baseline), verdictsOf(preview), t, format);
  return (
    <span className={styles.fix}>
      <Button
        className={classNames(button.button, button.plain)}
        aria-describedby={note}
        onHoverChange={point}
        onFocusChange={point}
        onPress={() => {
          point(false);
          const result = dispatch(fix.edit, { label: fix.label });
          if (!result.ok) setRefusal(result.error.message);
          else show({ text: t('findings.fixed', { fix: fix.label }), tone: 'ok', action: { label: t('common.undo'), run: undo } });
        }}
      >
        <Wrench size={14} aria-hidden />
        {fix.label}
      </Button>
      <span id={note} className={classNames(styles.note, refusal !== null && styles.bad)}>
        {refusal ?? (changes === null ? (isPointedAt ? t('findings.previewing') : '') : `${lead}${changes.length === 0 ? t('findings.noChange') : changes.join(' · ')}`)}
      </span>
    </span>
  );
}
