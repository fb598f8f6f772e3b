import type { ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import styles from './Button.module.css';
import { classNames } from './classNames';
import { Tooltip } from './Tooltip';

export interface IconButtonProps {
  /** The name, spoken and shown as the tooltip. */
  readonly label: string;
  readonly icon: ReactNode;
  readonly onPress?: () => void;
  readonly shortcut?: string;
  readonly isDisabled?: boolean;
  readonly isPressed?: boolean;
  readonly size?: 'small' | 'medium';
}

/** A button that is only a symbol: it always has a name and a tooltip. */
export function IconButton({ label, icon, onPress, shortcut, isDisabled = false, isPressed, size = 'medium' }: IconButtonProps) {
  return (
    <Tooltip text={label} {...(shortcut === undefined ? {} : { shortcut })}>
      <AriaButton
        aria-label={label}
        isDisabled={isDisabled}
        className={classNames(styles.button, styles.quiet, styles.icon, size === 'small' && styles.small)}
        {...(onPress === undefined ? {} : { onPress })}
        {...(isPressed === undefined ? {} : { 'aria-pressed': isPressed })}
      >
        {icon}
      </AriaButton>
    </Tooltip>
  );
}
