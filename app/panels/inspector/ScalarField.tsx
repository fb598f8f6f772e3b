import { ComboBox } from '../../components/ComboBox';
import type { Choice } from '../../components/Select';
import { NumberField } from '../../components/NumberField';
import { Select } from '../../components/Select';
import { Switch } from '../../components/Switch';
import { TextField } from '../../components/TextField';
import { useT } from '../../i18n/translate';
import { textOf, useDesign, useFieldText } from './fieldView';
import type { FieldViewProps } from './fieldView';
import type { FormType } from './formSchema';
import { referable } from './initialValue';
import styles from './Field.module.css';
import { nameOfId } from '../shared/entityName';
import { useFieldTexts } from './fieldText';
import { useDraft } from './useDraft';
import { useInstanceTypes, useRegions } from './suggestions';

type ScalarForm = Exclude<FormType, { readonly type: 'object' | 'list' | 'record' | 'variants' | 'fixed' }>;

/** A number, a text, a switch or a choice. */
export function ScalarField(props: FieldViewProps & { readonly form: ScalarForm }) {
  const { form, path } = props;
  const { key } = useFieldText(props);
  const name = path.findLast((step) => typeof step === 'string') ?? '';
  return (
    <div className={isWide(form) ? styles.wide : styles.cell} data-field={key}>
      {form.type === 'number' ? (
        <NumberInput {...props} form={form} />
      ) : form.type === 'switch' ? (
        <OnOff {...props} />
      ) : form.type === 'choice' ? (
        <OneOf {...props} values={form.values} />
      ) : form.type === 'reference' ? (
        <Reference {...props} kinds={form.kinds} />
      ) : form.type === 'instanceType' ? (
        <InstanceType {...props} />
      ) : name === 'region' ? (
        <Region {...props} />
      ) : (
        <Text {...props} form={form} />
      )}
    </div>
  );
}

/** Characters of a choice that half a row holds. */
const shortChoice = 14;

function isWide(form: ScalarForm): boolean {
  if (form.type === 'choice') return form.values.some((value) => value.length > shortChoice);
  return form.type === 'text' || form.type === 'switch' || form.type === 'instanceType' || form.type === 'reference';
}

function useCommon(props: FieldViewProps) {
  const { label, help } = useFieldText(props);
  return { label, help, isHelpHidden: true, isLabelHidden: props.isBare ?? false };
}

function NumberInput(props: FieldViewProps & { readonly form: Extract<ScalarForm, { readonly type: 'number' }> }) {
  const t = useT();
  const { context, path, field, value, form, isMixed = false } = props;
  const common = useCommon(props);
  const scale = form.isShare ? 100 : 1;
  const draft = useDraft<number | undefined>(typeof value === 'number' ? value : undefined, (next) => context.commit(path, next ?? (field.isNullable ? null : undefined)));
  return (
    <NumberField
      {...common}
      value={draft.shown === undefined ? undefined : round(draft.shown * scale)}
      onChange={(next) => draft.change(next === undefined ? undefined : round(next / scale))}
      error={draft.error}
      min={form.min === undefined ? undefined : form.min * scale}
      max={form.max === undefined ? undefined : form.max * scale}
      unit={form.isShare ? '%' : field.unit}
      digits={form.isInteger ? 0 : 6}
      placeholder={isMixed ? t('inspector.mixed') : field.isOptional || field.isNullable ? t('inspector.notSet') : undefined}
    />
  );
}

/** Shares are shown as percent: without this 0.9997 would become 99.97000000000001. */
function round(value: number): number {
  return Math.round(value * 1e8) / 1e8;
}

function Text(props: FieldViewProps & { readonly form: Extract<ScalarForm, { readonly type: 'text' }> }) {
  const t = useT();
  const { context, path, field, value, form, isMixed = false } = props;
  const common = useCommon(props);
  const current = textOf(value);
  const draft = useDraft(current, (next) => {
    if (next === '' && field.isOptional) return context.commit(path, undefined);
    return context.commit(path, form.takesNumbers && /^\d+$/.test(next) ? Number(next) : next);
  });
  return (
    <TextField
      {...common}
      value={draft.shown}
      onChange={draft.change}
      error={draft.error}
      isMultiline={form.isLong}
      placeholder={isMixed ? t('inspector.mixed') : field.isOptional ? t('inspector.notSet') : undefined}
    />
  );
}

function OnOff(props: FieldViewProps) {
  const { context, path, value } = props;
  const common = useCommon(props);
  const draft = useDraft(value === true, (next) => context.commit(path, next));
  return <Switch {...common} isOn={draft.shown} onChange={draft.change} error={draft.error} />;
}

/** Stands for "not set" in a list of choices, which cannot hold `undefined`. */
const notSet = '\u0000';

function OneOf(props: FieldViewProps & { readonly values: readonly string[] }) {
  const t = useT();
  const texts = useFieldTexts();
  const { context, path, field, value, values, isMixed = false } = props;
  const common = useCommon(props);
  const { key } = useFieldText(props);
  const draft = useDraft(value === undefined ? undefined : textOf(value), (next) => context.commit(path, next));
  const choices: Choice[] = values.map((each) => ({ id: each, label: texts.label(key, each), detail: texts.choice(key, each) }));
  if (field.isOptional) choices.unshift({ id: notSet, label: t('inspector.notSet') });
  return (
    <Select
      {...common}
      choices={choices}
      value={draft.shown ?? (field.isOptional && !isMixed ? notSet : undefined)}
      onChange={(next) => draft.change(next === notSet ? undefined : next)}
      error={draft.error}
      placeholder={isMixed ? t('inspector.mixed') : ''}
    />
  );
}

function Reference(props: FieldViewProps & { readonly kinds: readonly string[] }) {
  const t = useT();
  const design = useDesign();
  const { context, path, field, value, kinds, isMixed = false } = props;
  const common = useCommon(props);
  const draft = useDraft(value === undefined ? undefined : textOf(value), (next) => context.commit(path, next));
  const choices: Choice[] = referable(design, kinds).map((id) => ({ id, label: nameOfId(design, id), detail: nameOfId(design, id) === id ? undefined : id }));
  if (field.isOptional) choices.unshift({ id: notSet, label: t('inspector.notSet') });
  return (
    <Select
      {...common}
      choices={choices}
      value={draft.shown ?? (field.isOptional && !isMixed ? notSet : undefined)}
      onChange={(next) => draft.change(next === notSet ? undefined : next)}
      error={draft.error}
      placeholder={isMixed ? t('inspector.mixed') : t('inspector.choose')}
    />
  );
}

function InstanceType(props: FieldViewProps) {
  const { context, path, value } = props;
  const common = useCommon(props);
  const choices = useInstanceTypes();
  const draft = useDraft(typeof value === 'string' ? value : '', (next) => context.commit(path, next));
  return <ComboBox {...common} choices={choices} value={draft.shown} onChange={draft.change} error={draft.error} />;
}

function Region(props: FieldViewProps) {
  const { context, path, value } = props;
  const common = useCommon(props);
  const choices = useRegions();
  const draft = useDraft(textOf(value), (next) => context.commit(path, next));
  return <ComboBox {...common} choices={choices} value={draft.shown} onChange={draft.change} error={draft.error} />;
}
