import { Columns3, StickyNote } from 'lucide-react';
import { Icon } from '../icons/Icon';
import { useT } from '../i18n/translate';
import { paletteGroups } from './palette';
import type { PaletteItem } from './palette';
import styles from './Palette.module.css';
import { holdPointer } from './pointerHold';
import { focusPoint, placeItem } from './quickAdd';

/** What can be placed: by dragging, by a double click, by Enter. */
export function Palette() {
  const t = useT();
  return (
    <nav className={styles.palette} aria-label={t('palette.label')}>
      {paletteGroups.map((group) => (
        <section key={group.id} aria-labelledby={`palette-${group.id}`}>
          <h2 id={`palette-${group.id}`} className={styles.title}>
            {t(`palette.group.${group.id}`)}
          </h2>
          <ul>
            {group.items.map((item) => (
              <li key={item.id}>
                <Item item={item} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </nav>
  );
}

function Item({ item }: { readonly item: PaletteItem }) {
  const t = useT();
  const place = () => {
    placeItem(item, focusPoint());
  };
  return (
    <button
      type="button"
      className={styles.item}
      title={t(`palette.hint.${item.id}`)}
      onPointerDown={(event) => {
        if (event.button === 0) holdPointer(event.nativeEvent, { type: 'new', item }, () => undefined);
      }}
      onDoubleClick={place}
      onKeyDown={(event) => {
        if (event.code !== 'Enter' && event.code !== 'NumpadEnter' && event.code !== 'Space') return;
        event.preventDefault();
        place();
      }}
    >
      {item.icon !== null ? <Icon name={item.icon} size={20} /> : item.id === 'zone' ? <Columns3 size={18} aria-hidden /> : <StickyNote size={18} aria-hidden />}
      <span>{t(`palette.${item.id}`)}</span>
    </button>
  );
}
