import { Trash2 } from 'lucide-react';
import { useMemo } from 'react';
import { definitionOf } from '#engine/design/kinds/kinds';
import type { Entity } from '#engine/design/schema';
import { equal } from '#engine/design/serialize';
import { IconButton } from '../../components/IconButton';
import { useT } from '../../i18n/translate';
import { useCanvas } from '../../stores/canvas';
import { useDocument } from '../../stores/document';
import { EntityChip } from '../shared/EntityChip';
import { isScalar } from './fieldView';
import { FieldGrid } from './FieldGrid';
import { Form } from './Form';
import styles from './Form.module.css';
import { formFieldsOf } from './formSchema';
import type { FormField } from './formSchema';
import { useItemCommit } from './useCommit';

/** Names and places of things are their own. */
const own: ReadonlySet<string> = new Set(['id', 'kind', 'name', 'letter', 'zoneId', 'text']);

/** The fields that several things share: what is entered goes to all of them, as one step. */
export function MultiForm({ entities }: { readonly entities: readonly Entity[] }) {
  const t = useT();
  const kinds = [...new Set(entities.map((entity) => entity.kind))];
  const [first] = entities;
  const root = kinds.length === 1 && kinds[0] !== undefined ? kinds[0] : 'several';
  const { commit, nextStep } = useItemCommit(entities, root);
  const dispatch = useDocument((state) => state.dispatch);
  const select = useCanvas((canvas) => canvas.select);
  const { fields, values, mixed } = useMemo(() => commonFields(entities), [entities]);
  const remove = () => {
    if (dispatch({ type: 'remove', ids: entities.map((entity) => entity.id) }, { label: 'step.delete' }).ok) select([]);
  };
  if (first === undefined) return null;
  return (
    <Form
      title={t('inspector.several', { count: entities.length })}
      eyebrow={kinds.map((kind) => t(`kinds.${kind}`)).join(', ')}
      onFieldChange={nextStep}
      actions={<IconButton label={t('common.delete')} shortcut="Delete" icon={<Trash2 size={16} />} onPress={remove} />}
    >
      <p className={styles.chips}>
        {entities.map((entity) => (
          <EntityChip key={entity.id} id={entity.id} />
        ))}
      </p>
      {fields.size === 0 ? <p className={styles.note}>{t('inspector.nothingCommon')}</p> : <FieldGrid fields={fields} value={values} mixed={mixed} root={root} commit={commit} />}
    </Form>
  );
}

interface Common {
  readonly fields: ReadonlyMap<string, FormField>;
  readonly values: Readonly<Record<string, unknown>>;
  readonly mixed: ReadonlySet<string>;
}

function commonFields(entities: readonly Entity[]): Common {
  const [first, ...others] = entities.map((entity) => formFieldsOf(definitionOf(entity.kind).schema));
  const fields = new Map<string, FormField>();
  const values: Record<string, unknown> = {};
  const mixed = new Set<string>();
  for (const [name, field] of first ?? []) {
    if (own.has(name) || !isScalar(field)) continue;
    if (!others.every((each) => sameForm(each.get(name), field))) continue;
    fields.set(name, field);
    const [value, ...rest] = entities.map((entity) => (entity as Readonly<Record<string, unknown>>)[name]);
    if (rest.every((each) => equal(each, value))) values[name] = value;
    else mixed.add(name);
  }
  return { fields, values, mixed };
}

function sameForm(a: FormField | undefined, b: FormField): boolean {
  return a !== undefined && (a === b || JSON.stringify(a.form) === JSON.stringify(b.form));
}
