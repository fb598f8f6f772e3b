import { Trash2 } from 'lucide-react';
import { linkSchema } from '#engine/design/schema';
import type { Link } from '#engine/design/schema';
import { IconButton } from '../../components/IconButton';
import { useT } from '../../i18n/translate';
import { useCanvas } from '../../stores/canvas';
import { useDocument } from '../../stores/document';
import { nameOfLink } from '../shared/entityName';
import { FieldGrid } from './FieldGrid';
import { Form } from './Form';
import { formFieldsOf } from './formSchema';
import { IdField } from './IdField';
import { useItemCommit } from './useCommit';

const hidden: ReadonlySet<string> = new Set(['id']);

/** Who calls whom, how often, with how many bytes. */
export function LinkForm({ link }: { readonly link: Link }) {
  const t = useT();
  const design = useDocument((state) => state.design);
  const dispatch = useDocument((state) => state.dispatch);
  const select = useCanvas((canvas) => canvas.select);
  const { commit, nextStep } = useItemCommit([link], 'link');
  const remove = () => {
    if (dispatch({ type: 'remove', ids: [link.id] }, { label: 'step.removeLink' }).ok) select([]);
  };
  return (
    <Form
      title={nameOfLink(design, link)}
      eyebrow={t('kind.link')}
      onFieldChange={nextStep}
      actions={<IconButton label={t('common.delete')} shortcut="Delete" icon={<Trash2 size={16} />} onPress={remove} />}
    >
      <FieldGrid fields={formFieldsOf(linkSchema)} hidden={hidden} value={link} root="link" commit={commit} />
      <IdField item={link} />
    </Form>
  );
}
