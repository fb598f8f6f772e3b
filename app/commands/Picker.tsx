import { Search } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { Autocomplete, Dialog, Input, ListBox, ListBoxItem, Modal, ModalOverlay, SearchField, Text } from 'react-aria-components';
import { Keys } from '../components/Keys';
import { useT } from '../i18n/translate';
import styles from './Picker.module.css';
import { search } from './search';
import type { Choice } from './search';

export interface PickerProps {
  readonly label: string;
  readonly placeholder: string;
  readonly choices: readonly Choice[];
  readonly onClose: () => void;
}

/** The focus stays in the field; what scrolls must be reachable all the same. */
const scrollable = { role: 'group', tabIndex: 0 } as const;
/** Its list is always open; react-aria says which list that is. */
const combobox = { role: 'combobox', 'aria-expanded': true } as const;
const shownAtMost = 60;

/** A field that narrows down a list: commands, things on the board, things to place. */
export function Picker({ label, placeholder, choices, onClose }: PickerProps) {
  const t = useT();
  const [query, setQuery] = useState('');
  const input = useRef<HTMLInputElement>(null);
  const found = useMemo(() => search(choices, query).slice(0, shownAtMost), [choices, query]);

  useEffect(() => input.current?.focus(), []);

  const choose = (choice: Choice | undefined) => {
    if (choice === undefined) return;
    onClose();
    // The dialog gives the focus back first; then what was chosen may move it.
    setTimeout(choice.run, 50);
  };

  return (
    <ModalOverlay isOpen isDismissable onOpenChange={(isOpen) => !isOpen && onClose()} className={styles.overlay ?? ''}>
      <Modal className={styles.modal ?? ''}>
        <Dialog aria-label={label} className={styles.dialog ?? ''}>
          <Autocomplete inputValue={query} onInputChange={setQuery}>
            <SearchField aria-label={label} className={styles.field ?? ''} onSubmit={() => choose(found[0])}>
              <Search size={16} aria-hidden />
              <Input ref={input} {...combobox} className={styles.input ?? ''} placeholder={placeholder} />
            </SearchField>
            <div className={styles.scroll} aria-label={label} {...scrollable}>
              <ListBox
                aria-label={label}
                className={styles.list ?? ''}
                items={found}
                selectionMode="none"
                onAction={(key) => choose(found.find((choice) => choice.id === key))}
                renderEmptyState={() => <p className={styles.empty}>{t('picker.empty')}</p>}
              >
                {(choice) => (
                  <ListBoxItem id={choice.id} textValue={choice.label} className={styles.option ?? ''}>
                    <span className={styles.icon}>{choice.icon}</span>
                    <Text slot="label" className={styles.label ?? ''}>
                      {choice.label}
                    </Text>
                    {choice.detail !== undefined && (
                      <Text slot="description" className={styles.detail ?? ''}>
                        {choice.detail}
                      </Text>
                    )}
                    {choice.keys !== undefined && <Keys keys={choice.keys} />}
                  </ListBoxItem>
                )}
              </ListBox>
            </div>
          </Autocomplete>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
