import { useState } from 'react';
import type { Entity, Link } from '#engine/design/schema';
import { TextField } from '../../components/TextField';
import { useT } from '../../i18n/translate';
import { useCanvas } from '../../stores/canvas';
import { useDocument } from '../../stores/document';
import { useSession } from '../../stores/session';
import { useFieldTexts } from './fieldText';
import { errorText } from './useCommit';
import { id as idSchema } from '#engine/design/fields';
import { issueText } from './issueText';

/** The id takes effect when the field is left; everything that names it follows. */
export function IdField({ item }: { readonly item: Entity | Link }) {
  const t = useT();
  const texts = useFieldTexts();
  const dispatch = useDocument((state) => state.dispatch);
  const select = useCanvas((canvas) => canvas.select);
  const [typed, setTyped] = useState<string | null>(null);
  const [error, setError] = useState<string | undefined>(undefined);
  const [label, help] = texts.text('id');
  const leave = () => {
    if (typed === null) return;
    const { language } = useSession.getState();
    const parsed = idSchema.safeParse(typed);
    if (!parsed.success) {
      const [issue] = parsed.error.issues;
      setError(issue === undefined ? t('issue.invalid') : issueText(issue, language, t));
      return;
    }
    const result = typed === item.id ? null : dispatch({ type: 'set', id: item.id, fields: { id: typed } }, { label: 'step.rename' });
    if (result !== null && !result.ok) {
      setError(errorText(result.error, language));
      return;
    }
    setError(undefined);
    setTyped(null);
    if (result !== null) select([typed]);
  };
  return (
    <div data-field="id">
      <TextField label={label} help={help} isHelpHidden value={typed ?? item.id} onChange={setTyped} onBlur={leave} onEnter={leave} error={error} />
    </div>
  );
}
