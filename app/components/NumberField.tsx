import { Minus, Plus } from 'lucide-react';
import { Button, Group, Input, Label, NumberField as AriaNumberField } from 'react-aria-components';
import { classNames } from './classNames';
import styles from './field.module.css';
import { FieldNotes } from './FieldNotes';
import type { FieldProps } from './FieldNotes';

export interface NumberFieldProps extends FieldProps {
  /** undefined: empty. */
  readonly value: number | undefined;
  readonly onChange: (value: number | undefined) => void;
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  readonly step?: number | undefined;
  readonly unit?: string | undefined;
  readonly placeholder?: string | undefined;
  readonly digits?: number | undefined;
}

export function NumberField(props: NumberFieldProps) {
  const { label, isLabelHidden = false, help, isHelpHidden, error, isDisabled = false, value, onChange, min, max, step, unit, placeholder = '', digits = 0 } = props;
  return (
    <AriaNumberField
      className={classNames(styles.field, error !== undefined && styles.invalid, isDisabled && styles.disabled)}
      value={value ?? Number.NaN}
      onChange={(next) => onChange(Number.isNaN(next) ? undefined : next)}
      isDisabled={isDisabled}
      isInvalid={error !== undefined}
      validationBehavior="aria"
      formatOptions={{ maximumFractionDigits: digits }}
      {...(min === undefined ? {} : { minValue: min })}
      {...(max === undefined ? {} : { maxValue: max })}
      {...(step === undefined ? {} : { step })}
    >
      <Label className={isLabelHidden ? (styles.hiddenLabel ?? '') : (styles.label ?? '')}>{label}</Label>
      <Group className={styles.box ?? ''}>
        <Input className={styles.input ?? ''} placeholder={placeholder} autoComplete="off" />
        {unit !== undefined && (
          <span className={styles.unit} aria-hidden>
            {unit}
          </span>
        )}
        <Button slot="decrement" className={styles.step ?? ''}>
          <Minus size={12} aria-hidden />
        </Button>
        <Button slot="increment" className={styles.step ?? ''}>
          <Plus size={12} aria-hidden />
        </Button>
      </Group>
      <FieldNotes help={help} error={error} isHelpHidden={isHelpHidden} />
    </AriaNumberField>
  );
}
