import { Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../components/Button';
import { Disclosure } from '../../components/Disclosure';
import { IconButton } from '../../components/IconButton';
import { NumberField } from '../../components/NumberField';
import { TextField } from '../../components/TextField';
import { useT } from '../../i18n/translate';
import { nameOfId } from '../shared/entityName';
import { isScalar, useDesign, useFieldText } from './fieldView';
import type { FieldViewProps } from './fieldView';
import styles from './Field.module.css';
import type { FormType } from './formSchema';
import { initialKey, initialValue, referable } from './initialValue';
import { recordSummary } from './summary';

type Props = FieldViewProps & { readonly form: Extract<FormType, { readonly type: 'record' }> };

/** Names with values: labels, requests. By zone, where the names are zones. */
export function RecordField(props: Props) {
  const t = useT();
  const design = useDesign();
  const { value, form } = props;
  const { key, label } = useFieldText(props);
  const count = Object.keys(value ?? {}).length;
  return (
    <div className={styles.wide} data-field={key}>
      <Disclosure title={label} summary={count === 0 ? t('common.none') : recordSummary(value, form.keyKinds === null ? undefined : (id) => nameOfId(design, id))}>
        {form.keyKinds === null ? <Rows {...props} /> : <RowsByEntity {...props} keyKinds={form.keyKinds} />}
      </Disclosure>
    </div>
  );
}

function Rows({ context, path, field, value, form }: Props) {
  const t = useT();
  const design = useDesign();
  const record = (value ?? {}) as Readonly<Record<string, unknown>>;
  const entries = Object.entries(record);
  const set = (next: readonly (readonly [string, unknown])[]) => context.commit(path, next.length === 0 && field.isOptional ? undefined : Object.fromEntries(next));
  return (
    <>
      {entries.map(([key, item], index) => (
        // A renamed row stays the same row.
        // oxlint-disable-next-line react/no-array-index-key
        <div key={index} className={isScalar(form.value) ? styles.row : styles.item}>
          <KeyInput
            name={key}
            onRename={(next) => {
              if (next !== key && Object.hasOwn(record, next)) return t('issue.taken', { name: next });
              return set(entries.map((entry) => (entry[0] === key ? [next, item] : entry)));
            }}
          />
          <context.Field context={context} path={[...path, key]} field={form.value} value={item} isBare rowName={key} />
          <IconButton size="small" label={t('inspector.removeNamed', { name: key })} icon={<Trash2 size={14} />} onPress={() => set(entries.filter(([other]) => other !== key))} />
        </div>
      ))}
      <Button
        look="quiet"
        icon={<Plus size={14} aria-hidden />}
        onPress={() => set([...entries, [initialKey(form.keySchema, Object.keys(record)), initialValue(form.value, design)]])}
      >
        {t('common.add')}
      </Button>
    </>
  );
}

/** The key takes effect when it is left: half a name would be another name. */
function KeyInput({ name, onRename }: { readonly name: string; readonly onRename: (next: string) => string | undefined }) {
  const t = useT();
  const [typed, setTyped] = useState<string | null>(null);
  const [error, setError] = useState<string | undefined>(undefined);
  const leave = () => {
    if (typed === null) return;
    const refused = typed === name ? undefined : onRename(typed);
    setError(refused);
    if (refused === undefined) setTyped(null);
  };
  return <TextField label={t('inspector.key')} isLabelHidden value={typed ?? name} onChange={setTyped} onBlur={leave} onEnter={leave} error={error} />;
}

function RowsByEntity({ context, path, field, value, keyKinds }: Props & { readonly keyKinds: readonly string[] }) {
  const design = useDesign();
  const record = (value ?? {}) as Readonly<Record<string, number>>;
  const [error, setError] = useState<string | undefined>(undefined);
  return (
    <div className={styles.grid}>
      {referable(design, keyKinds).map((id) => (
        <div key={id} className={styles.cell}>
          <NumberField
            label={nameOfId(design, id)}
            value={record[id]}
            min={0}
            digits={2}
            placeholder="–"
            onChange={(next) => {
              const entries = Object.entries(record).filter(([key]) => key !== id);
              if (next !== undefined) entries.push([id, next]);
              setError(context.commit(path, entries.length === 0 && field.isOptional ? undefined : Object.fromEntries(entries)));
            }}
          />
        </div>
      ))}
      {error !== undefined && <p className={styles.error}>{error}</p>}
    </div>
  );
}
