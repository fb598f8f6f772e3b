import { Check } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import { Header, Menu as AriaMenu, MenuItem, MenuSection, MenuTrigger, Popover, Text } from 'react-aria-components';
import { Keys } from './Keys';
import styles from './Menu.module.css';

export interface MenuEntry {
  readonly id: string;
  readonly label: string;
  readonly detail?: string;
  readonly icon?: ReactNode;
  readonly shortcut?: string;
  readonly isChecked?: boolean;
  readonly isDisabled?: boolean;
  readonly onAction: () => void;
}

export interface MenuGroup {
  readonly id: string;
  readonly title?: string;
  readonly entries: readonly MenuEntry[];
}

export interface MenuProps {
  readonly label: string;
  /** The button that opens it. */
  readonly children: ReactElement;
  readonly groups: readonly MenuGroup[];
}

export function Menu({ label, children, groups }: MenuProps) {
  return (
    <MenuTrigger>
      {children}
      <Popover className={styles.popover ?? ''} placement="bottom start" offset={4}>
        <AriaMenu aria-label={label} className={styles.menu ?? ''}>
          {groups
            .filter((group) => group.entries.length > 0)
            .map((group) => (
              // An entry may be called as its group.
              <MenuSection key={group.id} id={`group ${group.id}`} className={styles.section ?? ''} aria-label={group.title ?? label}>
                {group.title !== undefined && <Header className={styles.title ?? ''}>{group.title}</Header>}
                {group.entries.map((entry) => (
                  <Entry key={entry.id} entry={entry} />
                ))}
              </MenuSection>
            ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}

function Entry({ entry }: { readonly entry: MenuEntry }) {
  return (
    <MenuItem
      id={entry.id}
      textValue={entry.label}
      className={styles.item ?? ''}
      isDisabled={entry.isDisabled ?? false}
      onAction={entry.onAction}
    >
      <span className={styles.icon}>{entry.isChecked === true ? <Check size={14} /> : entry.icon}</span>
      <span className={styles.words}>
        <Text slot="label">{entry.label}</Text>
        {entry.detail !== undefined && (
          <Text slot="description" className={styles.detail ?? ''}>
            {entry.detail}
          </Text>
        )}
      </span>
      {entry.shortcut !== undefined && <Keys keys={entry.shortcut} />}
    </MenuItem>
  );
}
