import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button, Disclosure as AriaDisclosure, DisclosurePanel, Heading } from 'react-aria-components';
import styles from './Disclosure.module.css';

export interface DisclosureProps {
  readonly title: string;
  /** What is inside, in few words, beside the title. */
  readonly summary?: string | undefined;
  readonly actions?: ReactNode;
  readonly isOpen?: boolean | undefined;
  readonly onToggle?: ((isOpen: boolean) => void) | undefined;
  readonly children: ReactNode;
}

export function Disclosure({ title, summary, actions, isOpen, onToggle, children }: DisclosureProps) {
  return (
    <AriaDisclosure
      className={styles.disclosure ?? ''}
      {...(onToggle === undefined
        ? { defaultExpanded: isOpen ?? false }
        : { isExpanded: isOpen ?? false, onExpandedChange: onToggle })}
    >
      {({ isExpanded }) => (
        <>
          <div className={styles.head}>
            <Heading className={styles.heading ?? ''} level={3}>
              <Button slot="trigger" className={styles.trigger ?? ''}>
                <ChevronRight size={14} aria-hidden className={styles.chevron} />
                <span className={styles.title}>{title}</span>
                {summary !== undefined && <span className={styles.summary}>{summary}</span>}
              </Button>
            </Heading>
            {actions}
          </div>
          <DisclosurePanel className={styles.panel ?? ''}>{isExpanded && <div className={styles.content}>{children}</div>}</DisclosurePanel>
        </>
      )}
    </AriaDisclosure>
  );
}
