import { Select } from '../../components/Select';
import { textOf, useDesign, useFieldText } from './fieldView';
import type { FieldViewProps } from './fieldView';
import styles from './Field.module.css';
import { useFieldTexts } from './fieldText';
import type { FormType } from './formSchema';
import { initialValue } from './initialValue';
import { useDraft } from './useDraft';

/** One of several shapes: a choice, and below it the fields of what was chosen. */
export function VariantsField(props: FieldViewProps & { readonly form: Extract<FormType, { readonly type: 'variants' }> }) {
  const design = useDesign();
  const texts = useFieldTexts();
  const { context, path, value, form } = props;
  const { key, label, help } = useFieldText(props);
  const tag = textOf((value as Readonly<Record<string, unknown>> | undefined)?.[form.discriminator]);
  const draft = useDraft(tag, (next) => {
    const variant = form.variants.get(next);
    return variant === undefined ? undefined : context.commit(path, initialValue(variant, design));
  });
  const variant = form.variants.get(tag);
  const choices = [...form.variants.keys()].map((each) => ({ id: each, label: texts.label(key, each), detail: texts.choice(key, each) }));
  return (
    <div className={styles.wide} data-field={key}>
      <Select label={label} help={help} isHelpHidden choices={choices} value={draft.shown} onChange={draft.change} error={draft.error} />
      {variant !== undefined && variant.form.type === 'object' && variant.form.fields.size > 1 && (
        <div className={styles.inner}>
          <context.Field context={context} path={path} field={variant} value={value} isBare />
        </div>
      )}
    </div>
  );
}
