import type { ReactElement } from 'react';
import { Tooltip as AriaTooltip, TooltipTrigger } from 'react-aria-components';
import { Keys } from './Keys';
import styles from './Tooltip.module.css';

export interface TooltipProps {
  readonly text: string;
  readonly shortcut?: string;
  /** Something that takes the focus: a button, a link. */
  readonly children: ReactElement;
}

/** Tooltips are drawn inside a landmark of the page (see `panels/Dialogs.tsx`). */
export const tooltipsId = 'tooltips';

function portal(): { UNSTABLE_portalContainer: Element } | Record<string, never> {
  const container = document.getElementById(tooltipsId);
  return container === null ? {} : { UNSTABLE_portalContainer: container };
}

export function Tooltip({ text, shortcut, children }: TooltipProps) {
  return (
    <TooltipTrigger delay={500} closeDelay={80}>
      {children}
      <AriaTooltip className={styles.tooltip ?? ''} offset={6} {...portal()}>
        {text}
        {shortcut !== undefined && <Keys keys={shortcut} />}
      </AriaTooltip>
    </TooltipTrigger>
  );
}
