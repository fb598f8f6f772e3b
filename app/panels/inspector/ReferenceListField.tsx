import { useState } from 'react';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { useT } from '../../i18n/translate';
import { nameOfId } from '../shared/entityName';
import { useDesign, useFieldText } from './fieldView';
import type { FieldViewProps } from './fieldView';
import styles from './Field.module.css';
import type { FormType } from './formSchema';
import { referable } from './initialValue';

/** Some of the zones, or of other entities: each is a button that is in or out; the order is the order of choosing. */
export function ReferenceListField(props: FieldViewProps & { readonly form: Extract<FormType, { readonly type: 'list' }> }) {
  const t = useT();
  const design = useDesign();
  const { context, path, value, form } = props;
  const { key, label, help } = useFieldText(props);
  const [error, setError] = useState<string | undefined>(undefined);
  const chosen = Array.isArray(value) ? value.map(String) : [];
  const item = form.item.form;
  const ids = item.type === 'reference' ? referable(design, item.kinds) : [];
  return (
    <div className={styles.wide} data-field={key}>
      <span className={styles.groupLabel} aria-hidden>
        {label}
      </span>
      {ids.length === 0 ? (
        <p className={styles.quiet}>{t('common.none')}</p>
      ) : (
        <ToggleButtonGroup
          aria-label={help === '' ? label : `${label}. ${help}`}
          className={styles.toggles ?? ''}
          selectionMode="multiple"
          selectedKeys={chosen}
          onSelectionChange={(keys) => {
            const next = new Set([...keys].map(String));
            setError(context.commit(path, [...chosen.filter((id) => next.has(id)), ...ids.filter((id) => next.has(id) && !chosen.includes(id))]));
          }}
        >
          {ids.map((id) => (
            <ToggleButton key={id} id={id} className={styles.toggle ?? ''}>
              {nameOfId(design, id)}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
      )}
      {error !== undefined && <p className={styles.error}>{error}</p>}
    </div>
  );
}
