import { Field } from './Field';
import styles from './Field.module.css';
import { isOfUse, isScalar } from './fieldView';
import type { Commit, FieldContext } from './fieldView';
import type { FormField } from './formSchema';

export interface FieldGridProps {
  readonly fields: ReadonlyMap<string, FormField>;
  readonly hidden?: ReadonlySet<string>;
  readonly value: object;
  /** What texts of the fields begin with: a kind, `link`, `settings`. */
  readonly root: string;
  readonly commit: Commit;
  /** Fields whose values differ between the things that are edited. */
  readonly mixed?: ReadonlySet<string>;
}

/** Fields in the order of the schema: single values first, then what unfolds. */
export function FieldGrid({ fields, hidden, value, root, commit, mixed }: FieldGridProps) {
  const context: FieldContext = { root, commit, Field };
  const source = value as Readonly<Record<string, unknown>>;
  const shown = [...fields].filter(([name, field]) => !(hidden?.has(name) ?? false) && isOfUse(name, field, source));
  const isFlat = (field: FormField) => isScalar(field) || (field.form.type === 'list' && field.form.item.form.type === 'reference');
  const flat = shown.filter(([, field]) => isFlat(field));
  const folded = shown.filter(([, field]) => !isFlat(field));
  const view = ([name, field]: readonly [string, FormField]) => (
    <Field key={name} context={context} path={[name]} field={field} value={source[name]} isMixed={mixed?.has(name) ?? false} />
  );
  return (
    <>
      {flat.length > 0 && <div className={styles.grid}>{flat.map(view)}</div>}
      {folded.length > 0 && <div className={styles.folded}>{folded.map(view)}</div>}
    </>
  );
}
