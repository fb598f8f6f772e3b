import { Check } from 'lucide-react';
import { Header, Menu as AriaMenu, MenuItem, MenuSection, MenuTrigger, Popover, Text } from 'react-aria-components';
import { Keys } from './Keys';
import type { MenuEntry, MenuProps } from './Menu';
import styles from './Menu.module.css';

export interface LoadedMenuProps extends MenuProps {
  readonly isOpenAtFirst: boolean;
}

/** The whole of a menu; see `Menu`. */
export function LoadedMenu({ label, children, groups, isOpenAtFirst }: LoadedMenuProps) {
  return (
    <MenuTrigger defaultOpen={isOpenAtFirst}>
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
