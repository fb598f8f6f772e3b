import { designSchema } from '#engine/design/schema';
import { TextField } from '../../components/TextField';
import { useT } from '../../i18n/translate';
import { useDocument } from '../../stores/document';
import { FieldGrid } from './FieldGrid';
import { useFieldTexts } from './fieldText';
import { Form } from './Form';
import { formFieldsOf } from './formSchema';
import { useSettingsCommit } from './useCommit';

const fields = formFieldsOf(formless());

/** The settings' object schema, without the default around it. */
function formless() {
  return designSchema.shape.settings.def.innerType;
}

/** What holds for the whole design; shown while nothing is selected. */
export function SettingsForm() {
  const t = useT();
  const texts = useFieldTexts();
  const settings = useDocument((state) => state.design.settings);
  const description = useDocument((state) => state.design.description);
  const dispatch = useDocument((state) => state.dispatch);
  const { commit, nextStep } = useSettingsCommit();
  const [label, help] = texts.text('design.description');
  return (
    <Form title={t('inspector.settings')} eyebrow={t('inspector.nothingSelected')} onFieldChange={nextStep}>
      <FieldGrid fields={fields} value={settings} root="settings" commit={commit} />
      <div data-field="design.description">
        <TextField
          label={label}
          help={help}
          isHelpHidden
          isMultiline
          value={description}
          onChange={(next) => dispatch({ type: 'design', fields: { description: next.slice(0, 4000) } }, { label, coalesce: 'design/description' })}
        />
      </div>
    </Form>
  );
}
