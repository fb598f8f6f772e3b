import { useEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';
import { Menu, MenuItem, MenuSection, Popover } from 'react-aria-components';
import { commands } from '../commands/commands';
import type { Command } from '../commands/command';
import { Keys } from '../components/Keys';
import menuStyles from '../components/Menu.module.css';
import { useT } from '../i18n/translate';
import { useCanvas } from '../stores/canvas';
import styles from './Board.module.css';
import type { Point } from './geometry';
import { isReadOnly } from './readOnly';

/** What the context menu offers, in sections. */
const sections: readonly (readonly string[])[] = [
  ['edit', 'add', 'move', 'toggleZoneOfBand', 'earlier', 'later'],
  ['kill', 'reviveAll'],
  ['cut', 'copy', 'paste', 'duplicate', 'delete'],
  ['fit', 'fitSelection', 'traffic', 'addZone'],
];

/** A menu that opens takes the focus, as menus do. */
const firstEntry = { autoFocus: 'first' } as const;

/** The context menu of the board: the commands that make sense for what is under the pointer. */
export function BoardMenu({ area }: { readonly area: RefObject<HTMLElement | null> }) {
  const t = useT();
  const [place, setPlace] = useState<Point | null>(null);
  const anchor = useRef<HTMLSpanElement>(null);

  useEffect(() => {
    const board = area.current;
    if (board === null) return;
    const open = (event: MouseEvent) => {
      if (isReadOnly()) return;
      event.preventDefault();
      const cell = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-cell]')?.dataset['cell'] : undefined;
      const { selection, select, setFocus } = useCanvas.getState();
      if (cell !== undefined) {
        if (!selection.includes(cell)) select([cell]);
        setFocus(cell);
      }
      // The menu key has no pointer: open at the field.
      const rect = event.target instanceof Element && event.clientX === 0 && event.clientY === 0 ? event.target.getBoundingClientRect() : null;
      setPlace(rect === null ? { x: event.clientX, y: event.clientY } : { x: rect.left + 16, y: rect.top + 16 });
    };
    board.addEventListener('contextmenu', open);
    return () => board.removeEventListener('contextmenu', open);
  }, [area]);

  const groups = place === null ? [] : sections.map((ids) => ids.map((id) => commands.find((command) => command.id === id)).filter((command): command is Command => command !== undefined && command.isEnabled()));
  return (
    <>
      <span ref={anchor} className={styles.menuAnchor} style={{ left: place?.x ?? 0, top: place?.y ?? 0 }} />
      <Popover aria-label={t('board.menu')} triggerRef={anchor} isOpen={place !== null} onOpenChange={(isOpen) => !isOpen && setPlace(null)} placement="bottom start" className={menuStyles.popover ?? ''}>
        <Menu aria-label={t('board.menu')} className={menuStyles.menu ?? ''} onClose={() => setPlace(null)} {...firstEntry}>
          {groups
            .filter((group) => group.length > 0)
            .map((group) => (
              <MenuSection key={group[0]?.id ?? ''} className={menuStyles.section ?? ''} aria-label={t('board.menu')}>
                {group.map((command) => (
                  <MenuItem key={command.id} id={command.id} textValue={t(command.label)} className={menuStyles.item ?? ''} onAction={command.run}>
                    <span className={menuStyles.words}>{t(command.label)}</span>
                    {command.keys[0] !== undefined && <Keys keys={command.keys[0]} />}
                  </MenuItem>
                ))}
              </MenuSection>
            ))}
        </Menu>
      </Popover>
    </>
  );
}
