import { Switch as AriaSwitch } from 'react-aria-components';
import { useId } from 'react';
import { classNames } from './classNames';
import field from './field.module.css';
import type { FieldProps } from './FieldNotes';
import styles from './Switch.module.css';

export interface SwitchProps extends FieldProps {
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
}

export function Switch({ label, isLabelHidden = false, help, isHelpHidden = false, error, isDisabled = false, isOn, onChange }: SwitchProps) {
  const notes = useId();
  const text = error ?? help;
  return (
    <div className={field.field}>
      <AriaSwitch
        className={styles.switch ?? ''}
        isSelected={isOn}
        onChange={onChange}
        isDisabled={isDisabled}
        {...(isLabelHidden ? { 'aria-label': label } : {})}
        {...(text === undefined || text === '' ? {} : { 'aria-describedby': notes })}
      >
        <span className={styles.track} aria-hidden>
          <span className={styles.thumb} />
        </span>
        {!isLabelHidden && label}
      </AriaSwitch>
      {text !== undefined && text !== '' && (
        <span id={notes} className={classNames(error !== undefined ? field.error : isHelpHidden ? field.hiddenLabel : field.help)}>
          {text}
        </span>
      )}
    </div>
  );
}
