import type { RefObject } from 'react';
import { Menu, MenuItem, MenuSection, Popover } from 'react-aria-components';
import { commands } from '../commands/commands';
import type { Command } from '../commands/command';
import { Keys } from '../components/Keys';
import styles from '../components/Menu.module.css';
import { useT } from '../i18n/translate';

/** What the context menu offers, in sections. */
const sections: readonly (readonly string[])[] = [
  ['edit', 'add', 'move', 'toggleZoneOfBand', 'earlier', 'later'],
  ['why'],
  ['kill', 'reviveAll'],
  ['cut', 'copy', 'paste', 'duplicate', 'delete'],
  ['fit', 'fitSelection', 'traffic', 'addZone'],
];

/** A menu that opens takes the focus, as menus do. */
const firstEntry = { autoFocus: 'first' } as const;

interface BoardMenuListProps {
  readonly anchor: RefObject<HTMLElement | null>;
  readonly onClose: () => void;
}

/** The commands that can be run now. */
export function BoardMenuList({ anchor, onClose }: BoardMenuListProps) {
  const t = useT();
  const groups = sections.map((ids) => ids.map((id) => commands.find((command) => command.id === id)).filter((command): command is Command => command !== undefined && command.isEnabled())).filter((group) => group.length > 0);
  return (
    <Popover aria-label={t('board.menu')} triggerRef={anchor} isOpen onOpenChange={(isOpen) => !isOpen && onClose()} placement="bottom start" className={styles.popover ?? ''}>
      <Menu aria-label={t('board.menu')} className={styles.menu ?? ''} onClose={onClose} {...firstEntry}>
        {groups.map((group) => (
          <MenuSection key={group[0]?.id ?? ''} className={styles.section ?? ''} aria-label={t('board.menu')}>
            {group.map((command) => (
              <MenuItem key={command.id} id={command.id} textValue={t(command.label)} className={styles.item ?? ''} onAction={command.run}>
                <span className={styles.words}>{t(command.label)}</span>
                {command.keys[0] !== undefined && <Keys keys={command.keys[0]} />}
              </MenuItem>
            ))}
          </MenuSection>
        ))}
      </Menu>
    </Popover>
  );
}
