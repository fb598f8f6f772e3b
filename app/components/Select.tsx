import { ChevronDown } from 'lucide-react';
import { Button, Label, ListBox, ListBoxItem, Popover, Select as AriaSelect, SelectValue, Text } from 'react-aria-components';
import { classNames } from './classNames';
import styles from './field.module.css';
import { FieldNotes } from './FieldNotes';
import type { FieldProps } from './FieldNotes';

export interface Choice {
  readonly id: string;
  readonly label: string;
  readonly detail?: string | undefined;
}

export interface SelectProps extends FieldProps {
  readonly choices: readonly Choice[];
  /** undefined: nothing chosen, or several values. */
  readonly value: string | undefined;
  readonly onChange: (id: string) => void;
  readonly placeholder?: string | undefined;
}

export function Select(props: SelectProps) {
  const { label, isLabelHidden = false, help, isHelpHidden, error, isDisabled = false, choices, value, onChange, placeholder = '' } = props;
  return (
    <AriaSelect
      className={classNames(styles.field, error !== undefined && styles.invalid, isDisabled && styles.disabled)}
      value={value ?? null}
      onChange={(key) => key !== null && onChange(String(key))}
      isDisabled={isDisabled}
      isInvalid={error !== undefined}
      validationBehavior="aria"
      placeholder={placeholder}
    >
      <Label className={isLabelHidden ? (styles.hiddenLabel ?? '') : (styles.label ?? '')}>{label}</Label>
      <Button className={styles.select ?? ''}>
        <SelectValue className={styles.value ?? ''} />
        <ChevronDown size={14} aria-hidden />
      </Button>
      <FieldNotes help={help} error={error} isHelpHidden={isHelpHidden} />
      <Popover className={styles.popover ?? ''} offset={4}>
        <ListBox className={styles.list ?? ''} items={choices}>
          {(choice) => (
            <ListBoxItem id={choice.id} textValue={choice.label} className={styles.option ?? ''}>
              <Text slot="label">{choice.label}</Text>
              {choice.detail !== undefined && (
                <Text slot="description" className={styles.optionDetail ?? ''}>
                  {choice.detail}
                </Text>
              )}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}
