import type { Design } from '#engine/design/schema';
import { useDocument } from '../../stores/document';
import type { FormField } from './formSchema';
import { useFieldTexts } from './fieldText';
import { ListField } from './ListField';
import { ObjectField } from './ObjectField';
import { textKeyOf } from './paths';
import type { Path } from './paths';
import { RecordField } from './RecordField';
import { ReferenceListField } from './ReferenceListField';
import { ScalarField } from './ScalarField';
import { VariantsField } from './VariantsField';

/** Sets the value at a path; returns why not. */
export type Commit = (path: Path, value: unknown) => string | undefined;

export interface FieldContext {
  /** What texts of the fields begin with: a kind, `link`, `settings`. */
  readonly root: string;
  readonly commit: Commit;
}

export interface FieldViewProps {
  readonly context: FieldContext;
  readonly path: Path;
  readonly field: FormField;
  readonly value: unknown;
  /** Several things are edited whose values differ. */
  readonly isMixed?: boolean;
  /** The label is spoken only: in rows. */
  readonly isBare?: boolean;
}

/** The control of one field, chosen by the type that its schema has. */
export function Field(props: FieldViewProps) {
  const { form } = props.field;
  switch (form.type) {
    case 'fixed':
      return null;
    case 'object':
      return <ObjectField {...props} fields={form.fields} />;
    case 'list':
      return form.item.form.type === 'reference' ? <ReferenceListField {...props} form={form} /> : <ListField {...props} form={form} />;
    case 'record':
      return <RecordField {...props} form={form} />;
    case 'variants':
      return <VariantsField {...props} form={form} />;
    default:
      return <ScalarField {...props} form={form} />;
  }
}

/** Whether a field is one control, not a group of them. */
export function isScalar(field: FormField): boolean {
  return !['object', 'list', 'record', 'variants', 'fixed'].includes(field.form.type);
}

export function useFieldText({ context, path }: Pick<FieldViewProps, 'context' | 'path'>): { readonly key: string; readonly label: string; readonly help: string } {
  const texts = useFieldTexts();
  const key = textKeyOf(context.root, path);
  const [label, help] = texts.text(key);
  return { key, label, help };
}

export function useDesign(): Design {
  return useDocument((state) => state.design);
}
