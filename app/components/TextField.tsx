import { Input, Label, TextArea, TextField as AriaTextField } from 'react-aria-components';
import { classNames } from './classNames';
import styles from './field.module.css';
import { FieldNotes } from './FieldNotes';
import type { FieldProps } from './FieldNotes';

export interface TextFieldProps extends FieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onBlur?: (() => void) | undefined;
  readonly onEnter?: (() => void) | undefined;
  readonly placeholder?: string | undefined;
  readonly isMultiline?: boolean;
}

export function TextField(props: TextFieldProps) {
  const { label, isLabelHidden = false, help, isHelpHidden, error, isDisabled = false, value, onChange, onBlur, onEnter, placeholder = '', isMultiline = false } = props;
  return (
    <AriaTextField
      className={classNames(styles.field, error !== undefined && styles.invalid, isDisabled && styles.disabled)}
      value={value}
      onChange={onChange}
      isDisabled={isDisabled}
      isInvalid={error !== undefined}
      validationBehavior="aria"
      {...(onBlur === undefined ? {} : { onBlur })}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !isMultiline && onEnter !== undefined) onEnter();
        else event.continuePropagation();
      }}
    >
      <Label className={isLabelHidden ? (styles.hiddenLabel ?? '') : (styles.label ?? '')}>{label}</Label>
      {isMultiline ? (
        <TextArea className={styles.area ?? ''} placeholder={placeholder} rows={3} />
      ) : (
        <div className={styles.box}>
          <Input className={styles.input ?? ''} placeholder={placeholder} autoComplete="off" spellCheck="false" />
        </div>
      )}
      <FieldNotes help={help} error={error} isHelpHidden={isHelpHidden} />
    </AriaTextField>
  );
}
