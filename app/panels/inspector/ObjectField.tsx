import { Disclosure } from '../../components/Disclosure';
import { Switch } from '../../components/Switch';
import { useFormat } from '../../i18n/format';
import { useT } from '../../i18n/translate';
import { isScalar, useDesign, useFieldText } from './fieldView';
import type { FieldViewProps } from './fieldView';
import styles from './Field.module.css';
import { useFieldTexts } from './fieldText';
import type { FormField } from './formSchema';
import { initialValue } from './initialValue';
import { objectSummary } from './summary';

type Props = FieldViewProps & { readonly fields: ReadonlyMap<string, FormField> };

/** The fields of an object. One that may be left out is switched on and off as a whole. */
export function ObjectField(props: Props) {
  const t = useT();
  const texts = useFieldTexts();
  const format = useFormat();
  const design = useDesign();
  const { context, path, field, value, isBare = false } = props;
  const { key, label } = useFieldText(props);
  if (isBare) return <Fields {...props} />;
  if (!field.isOptional) {
    return (
      <div className={styles.wide} data-field={key}>
        <Disclosure title={label} summary={objectSummary(props.fields, key, value, texts, format) || t('common.none')}>
          <Fields {...props} />
        </Disclosure>
      </div>
    );
  }
  const isOn = value !== undefined;
  return (
    <div className={styles.wide} data-field={key}>
      <div className={styles.optional}>
        <Switch label={label} isOn={isOn} onChange={(on) => context.commit(path, on ? initialValue(field, design, [], String(path.at(-1))) : undefined)} />
        {isOn && props.fields.size > 0 && (
          <div className={styles.inner}>
            <Fields {...props} />
          </div>
        )}
      </div>
    </div>
  );
}

function Fields({ context, path, fields, value }: Props) {
  const source = (value ?? {}) as Readonly<Record<string, unknown>>;
  const entries = [...fields];
  return (
    <div className={styles.grid}>
      {[...entries.filter(([, field]) => isScalar(field)), ...entries.filter(([, field]) => !isScalar(field))].map(([name, field]) => (
        <context.Field key={name} context={context} path={[...path, name]} field={field} value={source[name]} />
      ))}
    </div>
  );
}
