import { useEffect, useRef, useState } from 'react';
import type { Fix } from '#engine/evaluation';
import { useNotices } from '../../components/notices';
import { useFormat } from '../../i18n/format';
import { useT } from '../../i18n/translate';
import { useDocument } from '../../stores/document';
import { useEvaluation } from '../../stores/evaluation';
import { endPreview, previewEdit } from '../../worker/previewEdit';
import { changesBetween } from '../verdicts/changes';
import { verdictsOf } from '../verdicts/verdicts';

interface FixActions {
  /** Of the button that makes the edit. */
  readonly onHoverChange: (isOn: boolean) => void;
  readonly onFocusChange: (isOn: boolean) => void;
  readonly onPress: () => void;
  readonly isPointedAt: boolean;
  readonly refusal: string | null;
  /** The verdicts that it changes, each as a sentence; null while they are not known. */
  readonly changes: readonly string[] | null;
}

/** An edit that is previewed as long as its button is pointed at or has the focus, and made as one undoable step. */
export function useFix(fix: Fix): FixActions {
  const t = useT();
  const format = useFormat();
  const [isPointedAt, setPointedAt] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const preview = useEvaluation((state) => (isPointedAt ? state.preview : null));
  const baseline = useEvaluation((state) => (isPointedAt ? state.baseline : null));
  const dispatch = useDocument((state) => state.dispatch);
  const undo = useDocument((state) => state.undo);
  const show = useNotices((state) => state.show);
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

  return {
    onHoverChange: point,
    onFocusChange: point,
    onPress: () => {
      point(false);
      const result = dispatch(fix.edit, { label: fix.label });
      if (!result.ok) setRefusal(result.error.message);
      else show({ text: t('findings.fixed', { fix: fix.label }), tone: 'ok', action: { label: t('common.undo'), run: undo } });
    },
    isPointedAt,
    refusal,
    changes: preview === null || baseline === null ? null : changesBetween(verdictsOf(baseline), verdictsOf(preview), t, format),
  };
}
