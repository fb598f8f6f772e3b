import { useMemo } from 'react';
import type { Language } from '../../i18n/language';
import { choiceLabelsEn } from '../../i18n/messages/choiceLabels.en';
import { choiceLabelsKo } from '../../i18n/messages/choiceLabels.ko';
import { choicesEn } from '../../i18n/messages/choices.en';
import { choicesKo } from '../../i18n/messages/choices.ko';
import { fieldsEn } from '../../i18n/messages/fields.en';
import { fieldsKo } from '../../i18n/messages/fields.ko';
import { useSession } from '../../stores/session';

/** A field's label, and the sentence that explains it. */
export type FieldText = readonly [label: string, help: string];

const fields: Readonly<Record<Language, Readonly<Record<string, FieldText>>>> = { en: fieldsEn, ko: fieldsKo };
const labels: Readonly<Record<Language, Readonly<Record<string, string>>>> = { en: choiceLabelsEn, ko: choiceLabelsKo };
const choices: Readonly<Record<Language, Readonly<Record<string, string>>>> = { en: choicesEn, ko: choicesKo };

/**
 * The text of a field by its path from the kind, e.g. `workload.containers.ports.protocol`. What several kinds share is
 * written once: the longest ending of the path that has a text counts.
 */
export function fieldText(language: Language, key: string): FieldText | undefined {
  return longestEnding(key, (ending) => (Object.hasOwn(fields[language], ending) ? fields[language][ending] : undefined));
}

/** What a choice of a field is called; undefined where its value is what people call it. */
export function choiceLabel(language: Language, key: string, value: string): string | undefined {
  return longestEnding(key, (ending) => (Object.hasOwn(labels[language], `${ending}=${value}`) ? labels[language][`${ending}=${value}`] : undefined));
}

/** What a choice of a field means beside its name, where the name does not say. */
export function choiceText(language: Language, key: string, value: string): string | undefined {
  return longestEnding(key, (ending) => (Object.hasOwn(choices[language], `${ending}=${value}`) ? choices[language][`${ending}=${value}`] : undefined));
}

function longestEnding<T>(key: string, find: (ending: string) => T | undefined): T | undefined {
  for (let ending = key; ; ) {
    const found = find(ending);
    if (found !== undefined) return found;
    const dot = ending.indexOf('.');
    if (dot === -1) return undefined;
    ending = ending.slice(dot + 1);
  }
}

export interface FieldTexts {
  readonly text: (key: string) => FieldText;
  /** What a choice is called. */
  readonly label: (key: string, value: string) => string;
  /** What it means, where that is not plain. */
  readonly choice: (key: string, value: string) => string | undefined;
}

export function useFieldTexts(): FieldTexts {
  const language = useSession((session) => session.language);
  return useMemo(
    () => ({
      text: (key) => fieldText(language, key) ?? [key.split('.').at(-1) ?? key, ''],
      label: (key, value) => choiceLabel(language, key, value) ?? value,
      choice: (key, value) => choiceText(language, key, value),
    }),
    [language],
  );
}
