import type { ReactNode, Ref } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import styles from './Button.module.css';
import { classNames } from './classNames';

export interface ButtonProps {
  readonly children: ReactNode;
  readonly onPress?: () => void;
  /** `primary` for the one thing a dialog is for, `quiet` inside bars and rows. */
  readonly look?: 'plain' | 'primary' | 'quiet';
  readonly icon?: ReactNode;
  readonly isDisabled?: boolean;
  readonly type?: 'button' | 'submit';
  readonly label?: string;
  readonly slot?: string;
  readonly isExpanded?: boolean;
  readonly controls?: string;
  readonly className?: string;
  readonly buttonRef?: Ref<HTMLButtonElement>;
  readonly onHover?: (isHovered: boolean) => void;
}

/** A push button with a word; for a symbol alone see IconButton. */
export function Button(props: ButtonProps) {
  const { children, onPress, look = 'plain', icon, isDisabled = false, type = 'button', label, slot, isExpanded, controls, className } = props;
  return (
    <AriaButton
      type={type}
      isDisabled={isDisabled}
      className={classNames(styles.button, styles[look], className)}
      {...(props.buttonRef === undefined ? {} : { ref: props.buttonRef })}
      {...(onPress === undefined ? {} : { onPress })}
      {...(props.onHover === undefined ? {} : { onHoverChange: props.onHover })}
      {...(label === undefined ? {} : { 'aria-label': label })}
      {...(slot === undefined ? {} : { slot })}
      {...(isExpanded === undefined ? {} : { 'aria-expanded': isExpanded })}
      {...(controls === undefined ? {} : { 'aria-controls': controls })}
    >
      {icon}
      {children}
    </AriaButton>
  );
}
