import type { FieldViewProps } from './fieldView';
import { ListField } from './ListField';
import { ObjectField } from './ObjectField';
import { RecordField } from './RecordField';
import { ReferenceListField } from './ReferenceListField';
import { ScalarField } from './ScalarField';
import { VariantsField } from './VariantsField';

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
