import { Search } from 'lucide-react';
import { useEffect, useId, useMemo, useRef, useState } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import { Dialog, Modal, ModalOverlay } from 'react-aria-components';
import { Keys } from '../components/Keys';
import { useT } from '../i18n/translate';
import styles from './Picker.module.css';

export interface Choice {
  readonly id: string;
  readonly label: string;
  readonly detail?: string;
  readonly icon?: ReactNode;
  readonly keys?: string | undefined;
  /** More words that find it. */
  readonly words?: string;
  readonly run: () => void;
}

export interface PickerProps {
  readonly label: string;
  readonly placeholder: string;
  readonly choices: readonly Choice[];
  readonly onClose: () => void;
}

const shownAtMost = 60;

/** A field that narrows down a list: commands, things on the board, things to place. */
export function Picker({ label, placeholder, choices, onClose }: PickerProps) {
  const t = useT();
  const [query, setQuery] = useState('');
  const [index, setIndex] = useState(0);
  const list = useRef<HTMLUListElement>(null);
  const listId = useId();
  const found = useMemo(() => search(choices, query).slice(0, shownAtMost), [choices, query]);
  const active = found[Math.min(index, found.length - 1)];

  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [active]);

  const choose = (choice: Choice | undefined) => {
    if (choice === undefined) return;
    onClose();
    // The dialog gives the focus back first; then what was chosen may move it.
    setTimeout(choice.run, 0);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown') setIndex((at) => Math.min(at + 1, found.length - 1));
    else if (event.key === 'ArrowUp') setIndex((at) => Math.max(at - 1, 0));
    else if (event.key === 'Enter') choose(active);
    else return;
    event.preventDefault();
  };

  return (
    <ModalOverlay isOpen isDismissable onOpenChange={(isOpen) => !isOpen && onClose()} className={styles.overlay ?? ''}>
      <Modal className={styles.modal ?? ''}>
        <Dialog aria-label={label} className={styles.dialog ?? ''}>
          <div className={styles.field}>
            <Search size={16} aria-hidden />
            <input
              autoFocus
              className={styles.input}
              role="combobox"
              aria-expanded="true"
              aria-controls={listId}
              aria-autocomplete="list"
              aria-activedescendant={active === undefined ? undefined : `${listId}-${active.id}`}
              aria-label={label}
              placeholder={placeholder}
              value={query}
              onChange={(event) => {
                setQuery(event.target.value);
                setIndex(0);
              }}
              onKeyDown={onKeyDown}
            />
          </div>
          <ul ref={list} id={listId} role="listbox" aria-label={label} className={styles.list}>
            {found.map((choice) => (
              <li
                key={choice.id}
                id={`${listId}-${choice.id}`}
                role="option"
                aria-selected={choice === active}
                className={styles.option}
                onPointerMove={() => setIndex(found.indexOf(choice))}
                onClick={() => choose(choice)}
              >
                <span className={styles.icon}>{choice.icon}</span>
                <span className={styles.label}>{choice.label}</span>
                {choice.detail !== undefined && <span className={styles.detail}>{choice.detail}</span>}
                {choice.keys !== undefined && <Keys keys={choice.keys} />}
              </li>
            ))}
          </ul>
          {found.length === 0 && <p className={styles.empty}>{t('picker.empty')}</p>}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

/** Choices that have every word of the query; those that begin with it first. */
export function search(choices: readonly Choice[], query: string): readonly Choice[] {
  const words = query.toLowerCase().split(/\s+/).filter((word) => word !== '');
  if (words.length === 0) return choices;
  const scored = choices.flatMap((choice, place) => {
    const label = choice.label.toLowerCase();
    const text = `${label} ${choice.detail ?? ''} ${choice.words ?? ''}`.toLowerCase();
    if (!words.every((word) => text.includes(word))) return [];
    const first = words[0] ?? '';
    return [{ choice, place, score: label.startsWith(first) ? 0 : label.includes(first) ? 1 : 2 }];
  });
  return scored.sort((a, b) => a.score - b.score || a.place - b.place).map(({ choice }) => choice);
}
