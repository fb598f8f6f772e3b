import { ChevronDown } from 'lucide-react';
import { useState } from 'react';
import { Button, ComboBox as AriaComboBox, Input, Label, ListBox, ListBoxItem, Popover, Text } from 'react-aria-components';
import { classNames } from './classNames';
import styles from './field.module.css';
import { FieldNotes } from './FieldNotes';
import type { FieldProps } from './FieldNotes';
import type { Choice } from './Select';

export interface ComboBoxProps extends FieldProps {
  readonly choices: readonly Choice[];
  readonly value: string;
  /** Called with a choice's id, or with other text that was typed. */
  readonly onChange: (value: string) => void;
  readonly placeholder?: string | undefined;
}

const shown = 60;

/** A text with suggestions: what is typed counts, the list only helps. */
export function ComboBox(props: ComboBoxProps) {
  const { label, isLabelHidden = false, help, isHelpHidden, error, isDisabled = false, choices, value, onChange, placeholder = '' } = props;
  const [typed, setTyped] = useState<string | null>(null);
  const words = (typed ?? '').trim().toLowerCase();
  const commit = () => {
    if (typed !== null && typed !== value) onChange(typed.trim());
    setTyped(null);
  };
  const found = choices.filter((choice) => choice.label.toLowerCase().includes(words)).slice(0, shown);
  return (
    <AriaComboBox
      className={classNames(styles.field, error !== undefined && styles.invalid, isDisabled && styles.disabled)}
      allowsCustomValue
      allowsEmptyCollection
      menuTrigger="focus"
      items={found}
      inputValue={typed ?? value}
      onInputChange={setTyped}
      onChange={(key) => {
        if (key === null) return;
        setTyped(null);
        onChange(String(key));
      }}
      onBlur={commit}
      isDisabled={isDisabled}
      isInvalid={error !== undefined}
      validationBehavior="aria"
    >
      <Label className={isLabelHidden ? (styles.hiddenLabel ?? '') : (styles.label ?? '')}>{label}</Label>
      <div className={styles.box}>
        <Input
          className={styles.input ?? ''}
          placeholder={placeholder}
          spellCheck="false"
          onKeyDown={(event) => {
            // With a suggestion under the cursor Enter takes that one.
            if (event.key === 'Enter' && !event.currentTarget.hasAttribute('aria-activedescendant')) commit();
          }}
        />
        <Button className={styles.opener ?? ''}>
          <ChevronDown size={14} aria-hidden />
        </Button>
      </div>
      <FieldNotes help={help} error={error} isHelpHidden={isHelpHidden} />
      <Popover className={styles.popover ?? ''} offset={4}>
        <ListBox<Choice> className={styles.list ?? ''}>
          {(choice) => (
            <ListBoxItem id={choice.id} textValue={choice.label} className={styles.option ?? ''}>
              <Text slot="label">{choice.label}</Text>
              {choice.detail !== undefined && (
                <Text slot="description" className={styles.optionDetail ?? ''}>
                  {choice.detail}
                </Text>
              )}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaComboBox>
  );
}
