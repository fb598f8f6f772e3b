import { Plus, Trash2 } from 'lucide-react';
import { Button } from '../../components/Button';
import { Disclosure } from '../../components/Disclosure';
import { IconButton } from '../../components/IconButton';
import { useT } from '../../i18n/translate';
import { isScalar, useDesign, useFieldText } from './fieldView';
import type { FieldViewProps } from './fieldView';
import styles from './Field.module.css';
import type { FormType } from './formSchema';
import { initialValue } from './initialValue';
import { summaryOf } from './summary';

/** A list whose items are added and removed; objects unfold, single values are rows. */
export function ListField(props: FieldViewProps & { readonly form: Extract<FormType, { readonly type: 'list' }> }) {
  const t = useT();
  const design = useDesign();
  const { context, path, field, value, form } = props;
  const { key, label } = useFieldText(props);
  const items: readonly unknown[] = Array.isArray(value) ? value : [];
  const itemName = String(path.at(-1) ?? 'item');
  const set = (next: readonly unknown[]) => context.commit(path, next.length === 0 && field.isOptional ? undefined : next);
  const add = items.length < form.max && (
    <IconButton
      size="small"
      label={t('inspector.addTo', { field: label })}
      icon={<Plus size={14} />}
      onPress={() => set([...items, initialValue(form.item, design, items, itemName)])}
    />
  );
  const remove = (index: number) => (
    <IconButton
      size="small"
      label={t('inspector.removeFrom', { field: label, number: index + 1 })}
      icon={<Trash2 size={14} />}
      isDisabled={items.length <= form.min}
      onPress={() => set(items.filter((_, other) => other !== index))}
    />
  );
  return (
    <div className={styles.wide} data-field={key}>
      <Disclosure title={label} summary={items.length === 0 ? t('common.none') : String(items.length)} actions={add}>
        {items.length === 0 && (
          <Button look="quiet" icon={<Plus size={14} aria-hidden />} onPress={() => set([initialValue(form.item, design, [], itemName)])}>
            {t('common.add')}
          </Button>
        )}
        {items.map((item, index) =>
          isScalar(form.item) ? (
            // Items of a list have no identity but their place.
            // oxlint-disable-next-line react/no-array-index-key
            <div key={index} className={styles.row}>
              <context.Field context={context} path={[...path, index]} field={form.item} value={item} isBare />
              {remove(index)}
            </div>
          ) : (
            // oxlint-disable-next-line react/no-array-index-key
            <div key={index} className={styles.item}>
              <Disclosure title={summaryOf(item) || `${label} ${index + 1}`} isOpen={items.length === 1} actions={remove(index)}>
                <context.Field context={context} path={[...path, index]} field={form.item} value={item} isBare />
              </Disclosure>
            </div>
          ),
        )}
      </Disclosure>
    </div>
  );
}
