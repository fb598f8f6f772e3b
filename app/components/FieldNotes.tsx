import { CircleAlert } from 'lucide-react';
import { Text } from 'react-aria-components';
import { classNames } from './classNames';
import styles from './field.module.css';

/** Help below a field, or in its place the error: what is wrong and what was expected. */
export function FieldNotes({ help, error, isHelpHidden = false }: Pick<FieldProps, 'help' | 'error' | 'isHelpHidden'>) {
  if (error !== undefined) {
    return (
      <Text slot="description" className={styles.error ?? ''}>
        <CircleAlert size={12} aria-hidden />
        {error}
      </Text>
    );
  }
  if (help === undefined || help === '') return null;
  return (
    <Text slot="description" className={classNames(isHelpHidden ? styles.hiddenLabel : styles.help)}>
      {help}
    </Text>
  );
}

export interface FieldProps {
  readonly label: string;
  /** The label is spoken, not shown: for rows of a table. */
  readonly isLabelHidden?: boolean | undefined;
  readonly help?: string | undefined;
  /** The help is spoken, and shown elsewhere. */
  readonly isHelpHidden?: boolean | undefined;
  readonly error?: string | undefined;
  readonly isDisabled?: boolean | undefined;
}
